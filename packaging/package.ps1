# Builds the packages of Windows: the app image, its AOT cache and smoke test, then an installer for one user and a
# portable archive. Not proven: see docs/packaging.md. Needs a JDK 25 in JAVA_HOME and the WiX Toolset on the PATH.
#
#   packaging\package.ps1 [-Kinds msi,zip]
param([string[]] $Kinds = @('msi', 'zip'))
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

function Invoke-Tool([string] $Tool, [string[]] $Arguments) {
    & $Tool @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Tool ended with $LASTEXITCODE" }
}

if (-not $env:JAVA_HOME -or -not (Test-Path "$env:JAVA_HOME\bin\jpackage.exe")) {
    throw 'Packaging needs a JDK 25 or later with jpackage: install Temurin 25 and point JAVA_HOME at it'
}
Invoke-Tool '.\mvnw.cmd' @('-q', 'package', '-DskipTests')
$version = ([xml](Get-Content pom.xml)).project.version
$numbers = $version -replace '-.*$', ''
Invoke-Tool "$env:JAVA_HOME\bin\java.exe" @('packaging/build/Image.java', $version)

$image = 'target\packaging\image\Cachewright'
New-Item -ItemType Directory -Force "$image\bin" | Out-Null
Copy-Item packaging\windows\cachewright.cmd "$image\bin\"
Copy-Item LICENSE, packaging\third-party.txt $image

$out = 'target\packages'
if (Test-Path $out) { Remove-Item -Recurse -Force $out }
New-Item -ItemType Directory $out | Out-Null
if ($Kinds -contains 'msi') {
    # jpackage's own template with one line more: the folder of the command line on the user's PATH.
    $wix = 'target\packaging\wix'
    New-Item -ItemType Directory -Force $wix | Out-Null
    Invoke-Tool "$env:JAVA_HOME\bin\java.exe" @('packaging/build/WixTemplate.java', "$wix\main.wxs")
    Invoke-Tool "$env:JAVA_HOME\bin\jpackage.exe" @('--type', 'msi', '--app-image', $image, '--name', 'Cachewright',
        '--app-version', $numbers, '--vendor', 'Cachewright', '--license-file', 'LICENSE', '--win-per-user-install',
        '--win-menu', '--win-shortcut', '--win-upgrade-uuid', '6f0f8f0e-6a0c-4d1c-9f77-2f8f5f3c5b1e',
        '--file-associations', 'packaging\windows\prompt.properties', '--resource-dir', $wix, '--dest', $out)
}
if ($Kinds -contains 'zip') {
    # tar keeps the whole second of each file's time, which the AOT cache checks; Compress-Archive does not.
    Invoke-Tool 'tar.exe' @('-a', '-c', '-f', "$out\cachewright-$version-windows-x64.zip", '-C',
        'target\packaging\image', 'Cachewright')
}
Get-ChildItem $out -File | ForEach-Object {
    "$((Get-FileHash -Algorithm SHA256 $_.FullName).Hash.ToLower())  $($_.Name)"
} | Set-Content -Encoding ascii "$out\SHA256SUMS"
Get-ChildItem $out
