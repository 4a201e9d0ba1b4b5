@echo off
rem Runs Lifeline from a checkout: builds it if that has not been done, then starts it.
rem After a change of the sources: mvn -Dquick -pl cli -am package
setlocal
set "root=%~dp0"
call :find
if defined launcher goto start

where mvn >nul 2>nul
if errorlevel 1 (
  echo error: building Lifeline needs Maven 3.8 or later; there is no mvn on the PATH>&2
  echo   fix:  install it from https://maven.apache.org/install.html, and a JDK, 17 or later, from https://adoptium.net>&2
  exit /b 2
)
echo building Lifeline, once; this takes about a minute ...>&2
if not exist "%root%target" mkdir "%root%target"
pushd "%root%"
call mvn --batch-mode -Dstyle.color=never -Dquick -pl cli -am package >"%root%target\build.log" 2>&1
set "built=%errorlevel%"
popd
call :find
if "%built%"=="0" if defined launcher goto start
type "%root%target\build.log">&2
echo error: Lifeline could not be built; Maven's words are above, and in %root%target\build.log>&2
exit /b 70

:start
call "%launcher%" %*
exit /b %errorlevel%

:find
set "launcher="
for /d %%D in ("%root%cli\target\lifeline-*") do if exist "%%D\bin\lifeline.cmd" set "launcher=%%D\bin\lifeline.cmd"
exit /b 0
