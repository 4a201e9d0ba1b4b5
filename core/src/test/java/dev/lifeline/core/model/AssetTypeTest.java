package dev.lifeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The asset types of the LCS API's asset library. */
class AssetTypeTest {

  @ParameterizedTest
  @CsvSource({
    "1, Model, model",
    "4, Process data package, process-data-package",
    "10, Software deployable package, software-deployable-package",
    "12, GER configuration, ger-configuration",
    "15, Data package, data-package",
    "17, Database backup, database-backup",
    "19, Power BI report model, power-bi-report-model",
    "26, e-Commerce package, e-commerce-package",
    "27, NuGet package, nuget-package",
    "28, Retail self-service package, retail-self-service-package",
    "29, Commerce cloud scale unit extension, commerce-cloud-scale-unit-extension"
  })
  void a_type_is_found_by_number_title_and_id(int number, String title, String id) {
    AssetType type = AssetType.withNumber(number).orElseThrow();

    assertThat(type.title()).isEqualTo(title);
    assertThat(type.id()).isEqualTo(id);
    assertThat(AssetType.of(" " + title.toUpperCase(Locale.ROOT))).contains(type);
    assertThat(AssetType.of(id)).contains(type);
    assertThat(AssetType.of(Integer.toString(number))).contains(type);
  }

  @Test
  void there_are_eleven_types_in_the_order_of_the_specification() {
    assertThat(Arrays.stream(AssetType.values()).map(AssetType::number))
        .containsExactly(1, 4, 10, 12, 15, 17, 19, 26, 27, 28, 29);
  }

  @Test
  void an_unknown_type_is_none() {
    assertThat(AssetType.of("package")).isEmpty();
    assertThat(AssetType.withNumber(99)).isEmpty();
  }

  @Test
  void database_backups_are_not_uploaded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NewAsset("backup", "a.bacpac", null, AssetType.DATABASE_BACKUP))
        .withMessageContaining("database-backup");
  }

  @Test
  void a_new_asset_has_a_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NewAsset(" ", "a.zip", null, AssetType.MODEL));
  }

  @ParameterizedTest
  @CsvSource({
    "Unknown, true, false",
    "'', true, false",
    "Process, true, false",
    "process, true, false",
    "Done, false, true",
    "Failed, false, false",
    "Error, false, false"
  })
  void a_validation_goes_on_is_done_or_has_failed(String word, boolean going, boolean valid) {
    ValidationStatus status = new ValidationStatus(word);

    assertThat(status.isGoing()).isEqualTo(going);
    assertThat(status.isValid()).isEqualTo(valid);
  }
}
