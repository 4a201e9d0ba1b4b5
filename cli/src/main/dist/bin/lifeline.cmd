@echo off
rem Starts Lifeline: finds Java 17 or later, and keeps a class-data-sharing archive in the user's cache
rem folder, which makes every start after the first a good deal faster.
setlocal
for %%H in ("%~dp0..") do set "home=%%~fH"

set "java="
set "major=0"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if defined java call :major
if defined java if %major% LSS 17 set "java="
if not defined java for /f "delims=" %%J in ('where java 2^>nul') do if not defined java set "java=%%J"
if defined java call :major
if defined java if %major% LSS 17 set "java="
if not defined java if defined JAVA_HOME_21_X64 set "java=%JAVA_HOME_21_X64%\bin\java.exe"
if not defined java if defined JAVA_HOME_17_X64 set "java=%JAVA_HOME_17_X64%\bin\java.exe"
if not defined java (
  echo error: Lifeline needs Java 17 or later, and found none>&2
  echo   fix:  install a JDK or JRE, 17 or later, from https://adoptium.net or with: winget install EclipseAdoptium.Temurin.21.JRE>&2
  echo   fix:  then put its bin folder on the PATH, or set JAVA_HOME to its folder>&2
  exit /b 2
)

rem The small compiler starts faster; only the large one uses the processor's AES and SHA instructions.
set "compiler=-XX:TieredStopAtLevel=1"
for %%W in (demo emulator hub pipeline task) do (
  if /i "%~1"=="%%W" set "compiler="
  if /i "%~2"=="%%W" set "compiler="
)
rem Transfers encrypt and hash in a library where there is one for the machine, and never need much memory.
set "heap="
for %%W in (upload download) do (
  if /i "%~1"=="%%W" set "heap=-Xms8m -Xmn5m -XX:-UsePerfData -XX:CompileThresholdScaling=2"
  if /i "%~2"=="%%W" set "heap=-Xms8m -Xmn5m -XX:-UsePerfData -XX:CompileThresholdScaling=2"
)
if defined heap if /i not "%PROCESSOR_ARCHITECTURE%"=="AMD64" set "compiler="
set "options=-XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=error:stderr --sun-misc-unsafe-memory-access=allow --illegal-native-access=allow -Dfile.encoding=UTF-8 -Djdk.http.auth.tunneling.disabledSchemes="

rem An archive fits one Java and one set of jars; the machine itself refuses one that does not.
set "cache=%LOCALAPPDATA%\Lifeline\cache"
set "key="
for %%J in ("%java%") do set "key=%%~zJ-%%~tJ"
for %%J in ("%home%\lib\lifeline-cli-*.jar") do set "key=%%~nJ-%%~zJ-%%~tJ-%key%"
for %%J in ("%home%\lib\lifeline-core-*.jar") do set "key=%key%-%%~zJ"
set "key=%key::=%"
set "key=%key:/=%"
set "key=%key:.=%"
set "key=%key: =%"
set "archive=%cache%\%key%.jsa"
if exist "%archive%" (
  "%java%" %options% %compiler% %heap% "-XX:SharedArchiveFile=%archive%" -cp "%home%\lib\*" dev.lifeline.cli.Main %*
  goto end
)
"%java%" %options% %compiler% %heap% -cp "%home%\lib\*" dev.lifeline.cli.Main %*
goto end

:end
set "code=%errorlevel%"
if not exist "%archive%" call :archive
exit /b %code%

rem After the very first command: makes the archive from the list of classes that came with the program.
:archive
if not exist "%cache%" mkdir "%cache%" 2>nul
set "draft=%archive%.%random%"
del "%cache%\*.jsa" >nul 2>nul
"%java%" %options% -XX:TieredStopAtLevel=1 -Xshare:dump "-XX:SharedClassListFile=%home%\lib\classes.lst" "-XX:SharedArchiveFile=%draft%" -cp "%home%\lib\*" >nul 2>nul <nul
if not errorlevel 1 move /y "%draft%" "%archive%" >nul 2>nul
if exist "%draft%" del "%draft%" >nul 2>nul
exit /b 0

rem Java's main version as a number, from the file "release" beside it; 17 if that does not say.
:major
set "major=17"
for %%B in ("%java%") do set "release=%%~dpB..\release"
if not exist "%release%" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%release%"') do set "said=%%~V"
for /f "tokens=1 delims=." %%V in ("%said%") do set "major=%%V"
exit /b 0
