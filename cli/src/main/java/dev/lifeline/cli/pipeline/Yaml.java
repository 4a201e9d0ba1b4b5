package dev.lifeline.cli.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A value of a YAML file and where it stands. Scalars are texts, as they are to a task. */
sealed interface Yaml {
  /** Its first line, from 1. */
  int line();

  /** A scalar; one that is left out is empty. */
  record Text(String value, int line) implements Yaml {}

  /** A list. */
  record Items(List<Yaml> values, int line) implements Yaml {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A mapping, in the order of the file. */
  record Fields(List<Field> all, int line) implements Yaml {
    public Fields {
      all = List.copyOf(all);
    }

    /** The value of a key, without regard to case. */
    Optional<Yaml> get(String key) {
      return all.stream()
          .filter(
              field -> field.key().toLowerCase(Locale.ROOT).equals(key.toLowerCase(Locale.ROOT)))
          .map(Field::value)
          .findFirst();
    }

    /** The scalar of a key; empty when it is something else, or blank. */
    Optional<String> text(String key) {
      return get(key)
          .filter(Text.class::isInstance)
          .map(value -> ((Text) value).value().strip())
          .filter(value -> !value.isEmpty());
    }

    /** The fields of a key; none when it is something else. */
    List<Field> fields(String key) {
      return get(key)
          .filter(Fields.class::isInstance)
          .map(it -> ((Fields) it).all())
          .orElse(List.of());
    }

    /** The mappings of a list. */
    List<Fields> items(String key) {
      return get(key)
          .filter(Items.class::isInstance)
          .map(it -> ((Items) it).values())
          .orElse(List.of())
          .stream()
          .filter(Fields.class::isInstance)
          .map(Fields.class::cast)
          .toList();
    }
  }

  /** A key with its value. */
  record Field(String key, Yaml value, int line) {
    /** The value as a text; empty for a list or a mapping. */
    Optional<String> text() {
      return value instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }
  }
}
