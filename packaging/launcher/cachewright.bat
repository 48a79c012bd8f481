@echo off
rem Starts Cachewright: the window without a command, the command line with one.
setlocal
set "lib=%~dp0..\lib"
set "java="
set "seen="

rem What the user chose, then what built this, then what the usual installers leave.
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe" "JAVA_HOME"
if not defined java for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~$PATH:j" "The java on the PATH"
if not defined java if exist "%lib%\java-home" for /f "usebackq delims=" %%h in ("%lib%\java-home") do call :try "%%h\bin\java.exe" ""
if not defined java for %%f in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do for /d %%h in ("%%~f\*") do if exist "%%~h\bin\java.exe" call :try "%%~h\bin\java.exe" ""
if not defined java (
    setlocal enabledelayedexpansion
    echo Cachewright needs Java 25 or later, and none was found.!seen! Install Temurin 25 from https://adoptium.net, or point JAVA_HOME at a Java 25. 1>&2
    exit /b 2
)

rem JavaFX wants to be modules, which costs every start: only a start that opens the window pays it.
set "window="
if "%~1"=="" set "window=yes"
if exist "%~1" set "window=yes"
rem A simulator that is left on keeps little: see the launcher for other systems.
set "heap="
if "%~1"=="serve" set "heap=-XX:+UseG1GC -XX:GCTimeRatio=2 -XX:InitialHeapSize=32m -Xmx2g -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10 -XX:G1PeriodicGCInterval=15000 -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1"
if defined window (
    "%java%" --module-path "%lib%\javafx" --add-modules=javafx.controls,javafx.fxml --enable-native-access=ALL-UNNAMED,javafx.graphics --add-opens=javafx.graphics/javafx.scene=ALL-UNNAMED --add-opens=javafx.graphics/javafx.scene.text=ALL-UNNAMED -cp "%lib%\*" dev.cachewright.app.Main %*
) else (
    "%java%" %heap% --enable-native-access=ALL-UNNAMED -cp "%lib%\*;%lib%\javafx\*" dev.cachewright.app.Main %*
)
exit /b %ERRORLEVEL%

rem Takes the java of the first argument unless one is taken or it is too old. What has a name, the second argument, is
rem told where none is found.
:try
if defined java exit /b 0
set "version="
if not exist "%~1" set "version=not there"
if exist "%~dp1..\release" for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~dp1..\release"`) do set "version=%%~v"
if not defined version for /f "tokens=3" %%v in ('""%~1" -version 2>&1" ^| findstr /c:" version "') do set "version=%%~v"
if not defined version set "version=of an unknown version"
set "major=0"
for /f "delims=.-+ tokens=1" %%m in ("%version%") do set /a "major=%%m" 2>nul
if %major% GEQ 25 set "java=%~1"
if not defined java if not "%~2"=="" set "seen=%seen% %~2 is %version%."
exit /b 0
