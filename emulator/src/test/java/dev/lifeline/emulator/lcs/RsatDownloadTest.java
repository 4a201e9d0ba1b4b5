package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RsatDownloadTest {

  private final Lab lab;

  RsatDownloadTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void the_zip_holds_a_certificate_and_a_key_that_the_secret_opens() throws Exception {
    Map<?, ?> answer = data("contoso-test");
    Map<String, byte[]> files = unzip(decoded(answer, "CertificateZipEncoded"));
    String secret =
        new String(decoded(answer, "CertificateSecretEncoded"), StandardCharsets.US_ASCII);

    KeyStore store = KeyStore.getInstance("PKCS12");
    String name = "RSATCertificate_contoso-test_20261122-101500";
    store.load(new ByteArrayInputStream(files.get(name + ".pfx")), secret.toCharArray());

    assertThat(answer.get("Filename")).isEqualTo(name + ".zip");
    assertThat(files).containsOnlyKeys(name + ".cer", name + ".pfx");
    assertThat(store.getKey("rsat", secret.toCharArray())).isNotNull();
    assertThat(store.getCertificate("rsat").getEncoded()).isEqualTo(files.get(name + ".cer"));
    assertThat(answer.get("CertificateThumbprint"))
        .isEqualTo(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(files.get(name + ".cer")))
                .toUpperCase(Locale.ROOT));
  }

  @Test
  void its_end_is_long_american_text() throws Exception {
    Map<?, ?> answer = data("contoso-test");

    assertThat(answer.get("ExpirationDateTimeUTC"))
        .isEqualTo("Monday, November 22, 2027 10:15:00 AM");
    assertThat(answer.get("ExpirationISODateTimeUTC")).isEqualTo("2027-11-22T10:15:00Z");
  }

  @Test
  void the_secret_is_another_one_each_time() throws Exception {
    assertThat(data("contoso-test").get("CertificateSecretEncoded"))
        .isNotEqualTo(data("contoso-test").get("CertificateSecretEncoded"));
  }

  @Test
  void who_may_not_service_gets_none() throws Exception {
    Lab.Answer answer = lab.send(lab.lcs(path("contoso-test"), lab.token("reader")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("ErrorMessage")).contains("Environment manager role");
  }

  @Test
  void an_on_premises_environment_has_none() throws Exception {
    assertThat(lab.get(path("contoso-onprem")).text("ErrorMessage")).contains("on-premises");
  }

  private Map<?, ?> data(String environment) throws Exception {
    return (Map<?, ?>) lab.get(path(environment)).json().get("Data");
  }

  private String path(String environment) {
    return "/environmentinfo/v1/rsatdownload/project/1234567/environment/"
        + lab.environment(environment);
  }

  private static byte[] decoded(Map<?, ?> data, String field) {
    return Base64.getDecoder().decode((String) data.get(field));
  }

  private static Map<String, byte[]> unzip(byte[] bytes) throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
