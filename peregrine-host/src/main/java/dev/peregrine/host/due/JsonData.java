package dev.peregrine.host.due;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a row holds beside its moment, as JSON. Nothing so far; without this the library would read
 * whatever stands there as objects of Java.
 */
final class JsonData implements Serializer {

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    return data == null ? null : JSON.writeValueAsBytes(data);
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
    return data == null ? null : JSON.readValue(data, type);
  }
}
