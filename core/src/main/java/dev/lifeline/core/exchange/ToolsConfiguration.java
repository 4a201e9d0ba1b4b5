package dev.lifeline.core.exchange;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The LCS settings of the PowerShell module d365fo.tools: the object that {@code
 * Get-D365LcsApiConfig} gives, or PSFramework's settings as {@code Export-PSFConfig} writes them,
 * one object a setting, its value in {@code Value} or, in the simple style, in {@code Data}.
 */
final class ToolsConfiguration {
  private static final String PREFIX = "d365fo.tools.lcs.";

  private ToolsConfiguration() {}

  static ImportedConnection read(Object value, @Nullable String name) {
    Values settings = settings(value);
    if (Stream.of("clientid", "projectid", "lcsapiuri", "username")
        .noneMatch(setting -> settings.text(setting) != null)) {
      throw ImportFaults.notThatFormat(ImportFormat.D365FO_TOOLS);
    }
    ConnectionFields fields =
        ConnectionFields.empty()
            .with(ConnectionField.NAME, name)
            .with(ConnectionField.API_ENDPOINT, settings.text("lcsapiuri"))
            .with(ConnectionField.USERNAME, settings.text("username"))
            .with(ConnectionField.CLIENT_ID, settings.text("clientid"))
            .with(ConnectionField.DEFAULT_PROJECT, settings.text("projectid"));
    @Nullable Secret password = settings.password("password").orElse(null);
    return new ImportedConnection(fields, password, notes(settings, password));
  }

  private static Values settings(Object value) {
    Values whole = Values.of(value);
    if (value instanceof List<?> || whole.has("FullName")) {
      Values settings = Values.of(null);
      for (Object element : Values.list(value)) {
        Values setting = Values.of(element);
        String fullName = setting.text("FullName");
        if (fullName != null && fullName.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
          settings.put(
              fullName.substring(PREFIX.length()),
              setting.has("Data") ? setting.get("Data") : setting.get("Value"));
        }
      }
      return settings;
    }
    return whole;
  }

  private static List<String> notes(Values settings, @Nullable Secret password) {
    List<String> notes = new ArrayList<>();
    if (settings.text("username") == null || password == null) {
      notes.add(
          "User name and password are not both in the file: d365fo.tools takes them at each"
              + " sign-in.");
    }
    if (settings.text("bearertoken") != null || settings.text("refreshtoken") != null) {
      notes.add("The tokens in the file were left out: Lifeline signs in itself.");
    }
    if (settings.text("environmentid") != null) {
      notes.add("The environment id was left out: commands name their environment themselves.");
    }
    return notes;
  }
}
