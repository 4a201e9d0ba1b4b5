package dev.lifeline.core.json;

import dev.lifeline.core.model.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a text straight into a secret; an empty one is none. */
final class SecretReader extends StdScalarDeserializer<Secret> {
  SecretReader() {
    super(Secret.class);
  }

  @Override
  public @Nullable Secret deserialize(JsonParser parser, DeserializationContext context) {
    String text = parser.getValueAsString("");
    return text.isEmpty() ? null : Secret.of(text);
  }
}
