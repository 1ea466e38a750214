package dev.peregrine.host.resumes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Members of a JSON object that we have no name for, or whose value is not of the kind that the
 * schema wants; kept so that writing loses nothing.
 *
 * @param members values as JSON has them: texts, numbers, booleans, null, lists and maps
 */
public record Unmapped(Map<String, @Nullable Object> members) {

  /** None. */
  public static final Unmapped NONE = new Unmapped(Map.of());

  public Unmapped {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }
}
