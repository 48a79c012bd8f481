@echo off
rem Starts Cachewright: the window without a command, the command line with one.
setlocal
set "lib=%~dp0..\lib"
set "java=java"
set "place=java on the PATH"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME set "place=JAVA_HOME"

set "version="
if defined JAVA_HOME if exist "%JAVA_HOME%\release" for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%JAVA_HOME%\release"`) do set "version=%%~v"
if not defined version for /f "tokens=3" %%v in ('""%java%" -version 2>&1" ^| findstr /c:" version "') do set "version=%%~v"
set "major=0"
for /f "delims=.-+ tokens=1" %%m in ("%version%") do set "major=%%m"
if not defined version set "version=not there"
if %major% LSS 25 (
    echo Cachewright needs Java 25 or later, and %place% is %version%: install Temurin 25 from https://adoptium.net and point JAVA_HOME at it 1>&2
    exit /b 2
)

rem JavaFX wants to be modules, which costs every start: only a start that opens the window pays it.
set "window="
if "%~1"=="" set "window=yes"
if exist "%~1" set "window=yes"
if defined window (
    "%java%" --module-path "%lib%\javafx" --add-modules=javafx.controls,javafx.fxml --enable-native-access=ALL-UNNAMED,javafx.graphics --add-opens=javafx.graphics/javafx.scene=ALL-UNNAMED --add-opens=javafx.graphics/javafx.scene.text=ALL-UNNAMED -cp "%lib%\*" dev.cachewright.app.Main %*
) else (
    "%java%" --enable-native-access=ALL-UNNAMED -cp "%lib%\*;%lib%\javafx\*" dev.cachewright.app.Main %*
)
exit /b %ERRORLEVEL%
