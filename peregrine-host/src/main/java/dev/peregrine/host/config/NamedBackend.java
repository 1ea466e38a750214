package dev.peregrine.host.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A backend that the person set up, as {@code llm.yaml} has it.
 *
 * @param name the person's own name for it, such as {@code ollama-big}
 * @param type id of the {@code LlmBackend} that runs it, such as {@code ollama}
 * @param enabled whether it is asked at all
 * @param model as the server names it; {@link #AUTO} for the first that fits
 * @param patienceSeconds the longest silence that is borne, 1 to 1800; empty for the usual one
 * @param atOnce how many requests it takes at once, 1 to 64; empty for what its kind says
 * @param leaves whether what it is sent leaves the person's network, where the person says so;
 *     empty: judged from its kind, address and model
 * @param agreed whether the person agreed to that
 * @param settings values of its kind's settings, texts one a line; of secrets only {@code ${NAME}}
 */
public record NamedBackend(
    String name,
    String type,
    boolean enabled,
    String model,
    OptionalInt patienceSeconds,
    OptionalInt atOnce,
    Optional<Boolean> leaves,
    boolean agreed,
    Map<String, String> settings) {

  /** The model that is chosen from those that the server has. */
  public static final String AUTO = "__auto__";

  public static final int MOST_PATIENCE = 1_800;
  public static final int MOST_AT_ONCE = 64;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

  public NamedBackend {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "“%s” is no name for a backend. Use up to 40 of a-z, 0-9, - and _, such as “ollama-big”."
              .formatted(name));
    }
    model = model.isBlank() ? AUTO : model.strip();
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** A backend that is on, with everything else as usual. */
  public static NamedBackend of(String name, String type, Map<String, String> settings) {
    return new NamedBackend(
        name,
        type,
        true,
        AUTO,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        false,
        settings);
  }

  /** Whether a backend may be called that. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether the model is chosen from those that the server has. */
  public boolean isAuto() {
    return model.equals(AUTO);
  }

  /** This, on or off. */
  public NamedBackend withEnabled(boolean on) {
    return new NamedBackend(
        name, type, on, model, patienceSeconds, atOnce, leaves, agreed, settings);
  }

  /** This with another model. */
  public NamedBackend withModel(String newModel) {
    return new NamedBackend(
        name, type, enabled, newModel, patienceSeconds, atOnce, leaves, agreed, settings);
  }

  /** This, with the person's agreement that data leave their network. */
  public NamedBackend withAgreed() {
    return new NamedBackend(
        name, type, enabled, model, patienceSeconds, atOnce, leaves, true, settings);
  }

  /** This with other settings. */
  public NamedBackend withSettings(Map<String, String> newSettings) {
    return new NamedBackend(
        name, type, enabled, model, patienceSeconds, atOnce, leaves, agreed, newSettings);
  }

  /** Names no setting: a careless hand may have written a secret there. */
  @Override
  public String toString() {
    return "%s (%s, %s, %s)".formatted(name, type, model, enabled ? "on" : "off");
  }
}
