package dev.peregrine.integration.wire;

import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The setting under which folder all documents lie. */
public final class RootFolder {

  private static final String INITIAL = "Peregrine";

  private RootFolder() {}

  /** The setting. */
  public static SettingSpec setting() {
    return new SettingSpec.Text(
        "folder",
        "Folder",
        "Under which all documents lie; it is made where it is missing.",
        false,
        Optional.of(INITIAL));
  }

  /** Its value: one folder below the other, each with a name that can be. */
  public static List<String> of(IntegrationContext context) {
    String folder = context.settings().text("folder").orElse(INITIAL);
    List<String> steps =
        Arrays.stream(folder.split("[/\\\\]"))
            .filter(step -> !step.isBlank())
            .map(SafeName::folder)
            .toList();
    return steps.isEmpty() ? List.of(INITIAL) : steps;
  }

  /** How a person reads it. */
  public static String shown(IntegrationContext context) {
    return "\"%s\"".formatted(String.join("/", of(context)));
  }
}
