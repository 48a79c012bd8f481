@echo off
rem The command line of the installed program: its folder belongs on the PATH.
"%~dp0..\cachewright-console.exe" %*
