package dev.lifeline.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.packaging.PackageFinding.Rule;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PackageCheckTest {
  @TempDir Path folder;

  @Test
  void a_package_as_a_build_makes_it_has_no_findings() throws IOException {
    assertThat(check("Release.zip", Packages.deployable()).findings()).isEmpty();
  }

  @Test
  void names_of_parts_are_compared_as_windows_does() throws IOException {
    Packages built =
        Packages.deployable()
            .without("HotfixInstallationInfo.xml")
            .with("hotfixinstallationinfo.XML", "<HotfixInstallationInfo/>");

    assertThat(check("Release.zip", built).findings()).isEmpty();
  }

  @Test
  void paths_written_with_backslashes_are_understood() throws IOException {
    Packages built =
        Packages.deployable()
            .without("AOSService/Packages/dynamicsax-contoso.1.0.0.nupkg")
            .with("AOSService\\Packages\\dynamicsax-contoso.1.0.0.nupkg", "PK");

    assertThat(check("Release.zip", built).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HotfixInstallationInfo.xml", "AXUpdateInstaller.exe", "DefaultTopologyData.xml"})
  void each_part_of_a_deployable_package_is_missed_by_name(String part) throws IOException {
    PackageFinding finding = only(check("Release.zip", Packages.deployable().without(part)));

    assertThat(finding.rule()).isEqualTo(Rule.PART_MISSING);
    assertThat(finding.isError()).isTrue();
    assertThat(finding.what()).isEqualTo("the zip has no " + part + " at its root");
  }

  @Test
  void a_package_that_was_packed_with_its_folder_is_told_so() throws IOException {
    PackageFinding finding = only(check("Release.zip", Packages.deployable().in("drop")));

    assertThat(finding.rule()).isEqualTo(Rule.PART_MISSING);
    assertThat(finding.fix())
        .isEqualTo("pack the content of the folder 'drop', without the folder");
  }

  @Test
  void a_package_with_nothing_to_install_is_a_warning() throws IOException {
    Packages empty =
        Packages.deployable().without("AOSService/Packages/dynamicsax-contoso.1.0.0.nupkg");

    PackageReport report = check("Release.zip", empty);

    assertThat(only(report).rule()).isEqualTo(Rule.CONTENT);
    assertThat(report.problem()).isEmpty();
  }

  @Test
  void a_zip_in_a_zip_is_found_by_its_content() throws IOException {
    Packages twice = new Packages().with("drop/Release.bin", Packages.deployable().zip());

    PackageFinding finding = only(check("Release.zip", twice));

    assertThat(finding.rule()).isEqualTo(Rule.ZIP_IN_ZIP);
    assertThat(finding.what()).contains("'drop/Release.bin'");
    assertThat(finding.fix()).contains("unpack it once");
  }

  @Test
  void a_zip_of_several_zips_is_found() throws IOException {
    Packages several = new Packages().with("a.zip", "PK").with("b.ZIP", "PK");

    assertThat(only(check("Release.zip", several)).what())
        .isEqualTo("the zip holds 2 zips and nothing else");
  }

  @Test
  void a_zip_without_files_is_empty() throws IOException {
    assertThat(only(check("Release.zip", new Packages().with("AOSService/", ""))).what())
        .isEqualTo("the zip is empty");
  }

  @Test
  void a_text_in_place_of_a_zip_is_no_zip() throws IOException {
    byte[] page = "<html>sign in</html>".getBytes(StandardCharsets.UTF_8);

    PackageFinding finding =
        only(check("Release.zip", page, AssetType.SOFTWARE_DEPLOYABLE_PACKAGE));

    assertThat(finding.rule()).isEqualTo(Rule.ZIP);
    assertThat(finding.what()).startsWith("the file is no zip, or an incomplete one");
  }

  @Test
  void a_file_that_is_gone_is_no_zip() {
    PackageReport report =
        new PackageCheck(
                folder.resolve("gone.zip"), AssetType.SOFTWARE_DEPLOYABLE_PACKAGE, null, null)
            .run();

    assertThat(only(report).rule()).isEqualTo(Rule.ZIP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.dll", "AOSService/../../evil.dll", "/evil.dll", "C:\\evil.dll"})
  void an_entry_that_leads_out_of_the_folder_is_named(String name) throws IOException {
    PackageFinding finding = only(check("Release.zip", Packages.deployable().with(name, "MZ")));

    assertThat(finding.rule()).isEqualTo(Rule.ENTRY_NAME);
    assertThat(finding.what()).contains("'" + name + "'");
  }

  @Test
  void a_part_whose_bytes_were_changed_is_damaged() throws IOException {
    byte[] bytes = Packages.deployable().with("Manifest.xml", "x").zip();
    int at = indexOf(bytes, "HotfixInstallationInfo.xml") + "HotfixInstallationInfo.xml".length();
    bytes[at + 4] ^= 0x55;

    assertThat(only(check("Release.zip", bytes, AssetType.SOFTWARE_DEPLOYABLE_PACKAGE)).rule())
        .isEqualTo(Rule.PART_DAMAGED);
  }

  @ParameterizedTest
  @CsvSource({
    "Release.nupkg, software-deployable-package, --type nuget-package",
    "Contoso.axmodel, software-deployable-package, --type model",
    "Release.7z, software-deployable-package, name the right file",
    "Contoso.zip, model, or rename it if it is a Model",
  })
  void a_file_of_another_type_is_told_which(String file, String type, String fix)
      throws IOException {
    PackageReport report =
        check(file, Packages.deployable().zip(), AssetType.of(type).orElseThrow());

    assertThat(report.errors())
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.TYPE);
              assertThat(finding.fix()).contains(fix);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Contoso.axmodel, model",
    "Process.zip, process-data-package",
    "Invoice.xml, ger-configuration",
    "Sales.pbix, power-bi-report-model",
    "Store.zip, e-commerce-package",
    "Unit.zip, commerce-cloud-scale-unit-extension",
    "Till.exe, retail-self-service-package",
  })
  void each_type_has_its_usual_extension(String file, String type) throws IOException {
    byte[] bytes = new Packages().with("content/one.txt", "1").with("two.txt", "2").zip();

    assertThat(check(file, bytes, AssetType.of(type).orElseThrow()).findings()).isEmpty();
  }

  @Test
  void an_unusual_extension_is_a_warning_where_lcs_may_take_it() throws IOException {
    PackageReport report = check("Sales.pbit", new byte[] {1}, AssetType.POWER_BI_REPORT_MODEL);

    assertThat(only(report).isError()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Release", "Release.", ".zip"})
  void a_file_name_without_extension_is_refused(String name) throws IOException {
    PackageReport report =
        check(name, Packages.deployable().zip(), AssetType.SOFTWARE_DEPLOYABLE_PACKAGE);

    assertThat(only(report).rule()).isEqualTo(Rule.FILE_NAME);
    assertThat(only(report).fix()).isEqualTo("rename it to end in .zip");
  }

  @Test
  void a_nuget_package_has_a_nuspec() throws IOException {
    Packages built = new Packages().with("[Content_Types].xml", "<Types/>").with("lib/a.dll", "MZ");

    PackageReport without = check("a.nupkg", built.zip(), AssetType.NUGET_PACKAGE);
    PackageReport with =
        check("b.nupkg", built.with("a.nuspec", "<package/>").zip(), AssetType.NUGET_PACKAGE);

    assertThat(only(without).what()).isEqualTo("the zip has no .nuspec file at its root");
    assertThat(with.findings()).isEmpty();
  }

  @Test
  void a_data_package_without_its_manifest_is_a_warning() throws IOException {
    Packages built = new Packages().with("Customers.xlsx", "PK").with("PackageHeader.xml", "<h/>");

    PackageReport report = check("Data.zip", built.zip(), AssetType.DATA_PACKAGE);

    assertThat(only(report).what()).isEqualTo("the zip has no Manifest.xml at its root");
    assertThat(report.problem()).isEmpty();
  }

  @Test
  void long_names_and_descriptions_are_warnings_and_line_breaks_in_names_errors()
      throws IOException {
    Path file = Files.write(folder.resolve("Release.zip"), Packages.deployable().zip());

    PackageReport report =
        new PackageCheck(
                file,
                AssetType.SOFTWARE_DEPLOYABLE_PACKAGE,
                "n".repeat(255) + "\n",
                "d".repeat(1001))
            .run();

    assertThat(report.errors()).extracting(PackageFinding::rule).containsExactly(Rule.NAME);
    assertThat(report.warnings())
        .extracting(PackageFinding::what)
        .containsExactly("the name has 256 characters", "the description has 1001 characters");
  }

  @Test
  void the_problem_names_every_error_with_its_fix() throws IOException {
    PackageReport report = check("Release", new byte[] {1}, AssetType.SOFTWARE_DEPLOYABLE_PACKAGE);

    Problem problem = report.problem().orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.PACKAGE_UNFIT);
    assertThat(problem.message()).isEqualTo("the file name 'Release' has no extension");
    assertThat(problem.why()).contains("Also: the file is no zip");
    assertThat(problem.fixes()).hasSize(2);
    assertThat(problem.details()).containsEntry("findings", "file-name zip");
  }

  private PackageReport check(String name, Packages content) throws IOException {
    return check(name, content.zip(), AssetType.SOFTWARE_DEPLOYABLE_PACKAGE);
  }

  private PackageReport check(String name, byte[] content, AssetType type) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    return new PackageCheck(file, type, null, null).run();
  }

  private static PackageFinding only(PackageReport report) {
    assertThat(report.findings()).hasSize(1);
    return report.findings().get(0);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
