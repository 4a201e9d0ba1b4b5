package dev.lifeline.hub.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the pages, in one place: {@code texts/NOUN.properties}, a file a noun. The key
 * {@code connection.list.title} stands in the file of {@code connection}, as {@code list.title}.
 * Another language is another folder. Thread-safe.
 */
public final class Texts {
  private static final String FOLDER = "texts/";

  private final Map<String, Properties> files = new ConcurrentHashMap<>();

  /**
   * A text.
   *
   * @param key the noun, a dot, and the key in its file
   * @param values what stands for {@code {0}}, {@code {1}} and so on
   * @throws IllegalStateException when there is none, which a test finds
   */
  public String of(String key, Object... values) {
    int dot = key.indexOf('.');
    String noun = key.substring(0, Math.max(dot, 0));
    String text = files.computeIfAbsent(noun, Texts::read).getProperty(key.substring(dot + 1));
    if (text == null) {
      throw new IllegalStateException("there is no text '" + key + "'");
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  private static Properties read(String noun) {
    Properties texts = new Properties();
    try (InputStream file = Texts.class.getResourceAsStream(FOLDER + noun + ".properties")) {
      if (file != null) {
        texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
