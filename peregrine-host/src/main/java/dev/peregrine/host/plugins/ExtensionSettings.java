package dev.peregrine.host.plugins;

import dev.peregrine.api.About;
import dev.peregrine.api.Descriptor;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.storage.Database;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The current tenant's values of extensions' settings: checked, stored, and merged for a call. */
public final class ExtensionSettings {

  private static final Logger LOG = LoggerFactory.getLogger(ExtensionSettings.class);

  private final Databases databases;
  private final SecretStore store;

  /** Homes of the tenants whose tables were looked through for secrets in clear. */
  private final Set<Path> looked = ConcurrentHashMap.newKeySet();

  /**
   * @param store where the values of secret settings are
   */
  public ExtensionSettings(Databases databases, SecretStore store) {
    this.databases = databases;
    this.store = store;
  }

  /** The mappers that the databases have to be made with. */
  public static List<Class<?>> mappers() {
    return List.of(ExtensionSettingMapper.class);
  }

  /**
   * The values for one call: overrides before the person's values before the author's initial ones.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} with a sentence for the person where a required
   *     value is missing or a value does not fit
   */
  public Settings of(Descriptor descriptor, Map<String, String> overrides)
      throws ExtensionException {
    return effective(descriptor, overrides);
  }

  EffectiveSettings effective(Descriptor descriptor, Map<String, String> overrides)
      throws ExtensionException {
    return effective(descriptor, overrides, true);
  }

  EffectiveSettings effective(
      Descriptor descriptor, Map<String, String> overrides, boolean usesStored)
      throws ExtensionException {
    About about = descriptor.about();
    boolean isIntegration = descriptor instanceof IntegrationDescriptor;
    String place = (isIntegration ? "Settings → Integrations → " : "Plugins → ") + about.name();
    refuseUnknown(about, overrides);
    Map<String, String> stored = usesStored ? stored(descriptor) : Map.of();
    var raw = new HashMap<String, String>();
    for (SettingSpec spec : about.settings()) {
      String value = overrides.get(spec.key());
      if (value == null && spec instanceof SettingSpec.Secret && usesStored) {
        value = secret(descriptor, spec).orElse(null);
      }
      raw.put(spec.key(), value == null ? stored.getOrDefault(spec.key(), "") : value);
    }
    return effective(about, raw, place);
  }

  /**
   * Values that are kept elsewhere, checked.
   *
   * @param place where the person changes them
   */
  static EffectiveSettings effective(About about, Map<String, String> raw, String place)
      throws ExtensionException {
    refuseUnknown(about, raw);
    var values = new HashMap<String, String>();
    for (SettingSpec spec : about.settings()) {
      checked(about, spec, raw.getOrDefault(spec.key(), ""), place)
          .ifPresent(fit -> values.put(spec.key(), fit));
      if (spec.required()
          && !values.containsKey(spec.key())
          && SettingValue.initial(spec).isEmpty()) {
        throw new ExtensionException(
            Kind.BAD_SETTINGS,
            "%s needs \"%s\". Enter it under %s.".formatted(about.name(), spec.label(), place));
      }
    }
    return new EffectiveSettings(about, values);
  }

  private Optional<String> secret(Descriptor descriptor, SettingSpec spec)
      throws ExtensionException {
    try {
      return store.value(name(ExtensionPoint.key(descriptor), spec.key()));
    } catch (SecretException closed) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS, descriptor.about().name() + ": " + closed.sentence());
    }
  }

  /** Under which name a secret setting is sealed. */
  private static String name(String extension, String key) {
    return prefix(extension) + key;
  }

  private static String prefix(String extension) {
    return "plugins/" + extension + "/";
  }

  private static Optional<String> checked(About about, SettingSpec spec, String value, String place)
      throws ExtensionException {
    try {
      return SettingValue.checked(spec, value);
    } catch (SettingValue.Unfit e) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "%s: %s Change it under %s.".formatted(about.name(), e.sentence(), place));
    }
  }

  private static void refuseUnknown(About about, Map<String, String> values)
      throws ExtensionException {
    Optional<String> unknown = unknown(about, values);
    if (unknown.isPresent()) {
      throw new ExtensionException(Kind.BAD_SETTINGS, unknown.get());
    }
  }

  private static Optional<String> unknown(About about, Map<String, String> values) {
    Set<String> keys =
        about.settings().stream()
            .map(SettingSpec::key)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return values.keySet().stream()
        .filter(key -> !keys.contains(key))
        .sorted()
        .findFirst()
        .map(
            key ->
                keys.isEmpty()
                    ? "%s: setting \"%s\" does not exist; it has no settings."
                        .formatted(about.name(), key)
                    : "%s: setting \"%s\" does not exist, expected one of %s."
                        .formatted(about.name(), key, String.join(", ", keys)));
  }

  /**
   * What is wrong with values that a person entered, as sentences by key; empty when nothing is.
   * Only keys that are named are looked at. An empty secret means the stored one.
   */
  public Map<String, String> check(Descriptor descriptor, Map<String, String> values) {
    return check(descriptor.about(), values, secrets(descriptor));
  }

  /**
   * The same for values that are kept elsewhere.
   *
   * @param secrets keys of the secrets that are stored
   */
  public static Map<String, String> check(
      About about, Map<String, String> values, Set<String> secrets) {
    var problems = new LinkedHashMap<String, String>();
    for (SettingSpec spec : about.settings()) {
      String value = values.get(spec.key());
      if (value != null) {
        problem(spec, value, secrets).ifPresent(problem -> problems.put(spec.key(), problem));
      }
    }
    for (String key : values.keySet()) {
      unknown(about, Map.of(key, "")).ifPresent(problem -> problems.put(key, problem));
    }
    return problems;
  }

  private static Optional<String> problem(SettingSpec spec, String value, Set<String> secrets) {
    try {
      SettingValue.checked(spec, value);
    } catch (SettingValue.Unfit e) {
      return Optional.of(e.sentence());
    }
    boolean missing =
        spec.required()
            && value.isBlank()
            && SettingValue.initial(spec).isEmpty()
            && !secrets.contains(spec.key());
    return missing
        ? Optional.of("\"%s\" is empty, but it is needed.".formatted(spec.label()))
        : Optional.empty();
  }

  /**
   * Saves values. Keys that are not named keep theirs, an empty value goes back to the initial one,
   * an empty secret keeps the stored one. What the author's initial value says anyway is not
   * stored. Secrets are sealed, and stand in no table.
   *
   * @throws IllegalArgumentException with a sentence where {@link #check} finds something
   * @throws SecretException where a secret cannot be sealed; then nothing is stored
   */
  public void save(Descriptor descriptor, Map<String, String> values) {
    Map<String, String> problems = check(descriptor, values);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.values().iterator().next());
    }
    String extension = ExtensionPoint.key(descriptor);
    sealClear();
    var secrets = new LinkedHashMap<String, String>();
    for (SettingSpec spec : descriptor.about().settings()) {
      String value = values.getOrDefault(spec.key(), "");
      if (spec instanceof SettingSpec.Secret && !value.isBlank()) {
        secrets.put(name(extension, spec.key()), value);
      }
    }
    store.putAll(secrets);
    databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(ExtensionSettingMapper.class);
              for (SettingSpec spec : descriptor.about().settings()) {
                String value = values.get(spec.key());
                if (value != null && !(spec instanceof SettingSpec.Secret)) {
                  save(mapper, extension, spec, value);
                }
              }
              return extension;
            });
  }

  private static void save(
      ExtensionSettingMapper mapper, String extension, SettingSpec spec, String value) {
    Optional<String> fit;
    try {
      fit = SettingValue.checked(spec, value);
    } catch (SettingValue.Unfit e) {
      throw new IllegalArgumentException(e.sentence(), e);
    }
    if (fit.isPresent()) {
      mapper.save(extension, new ExtensionSettingMapper.Row(spec.key(), fit.get(), false));
    } else {
      mapper.delete(extension, spec.key());
    }
  }

  /** Forgets a value, also a secret. */
  public void forget(Descriptor descriptor, String key) {
    String extension = ExtensionPoint.key(descriptor);
    store.remove(name(extension, key));
    databases
        .current()
        .write(
            mappers -> {
              mappers.of(ExtensionSettingMapper.class).delete(extension, key);
              return key;
            });
  }

  /** What the person entered, for the form; secrets are left out. */
  public Map<String, String> entered(Descriptor descriptor) {
    return rows(descriptor).stream()
        .filter(row -> !row.secret())
        .collect(
            Collectors.toMap(ExtensionSettingMapper.Row::key, ExtensionSettingMapper.Row::value));
  }

  /** Keys of the secrets that are stored. */
  public Set<String> secrets(Descriptor descriptor) {
    String prefix = prefix(ExtensionPoint.key(descriptor));
    var keys =
        rows(descriptor).stream()
            .filter(ExtensionSettingMapper.Row::secret)
            .map(ExtensionSettingMapper.Row::key)
            .collect(Collectors.toSet());
    for (String name : store.names()) {
      if (name.startsWith(prefix)) {
        keys.add(name.substring(prefix.length()));
      }
    }
    return keys;
  }

  /**
   * Takes the secrets that a former version stored in clear out of the table: they are sealed, and
   * the database and its snapshots written anew, so that no byte of them remains. Once for each
   * tenant; where they cannot be sealed they stay in use and it is tried again.
   */
  private void sealClear() {
    Path home = Tenant.current().home();
    if (looked.contains(home)) {
      return;
    }
    synchronized (looked) {
      if (looked.contains(home)) {
        return;
      }
      Database database = databases.current();
      List<ExtensionSettingMapper.Clear> clear =
          database.read(mappers -> mappers.of(ExtensionSettingMapper.class).clear());
      if (!clear.isEmpty()) {
        try {
          store.putAll(
              clear.stream()
                  .collect(
                      Collectors.toMap(
                          row -> name(row.extension(), row.key()),
                          ExtensionSettingMapper.Clear::value)));
        } catch (SecretException closed) {
          LOG.warn("Secrets of plugins still stand in the database: {}", closed.sentence());
          return;
        }
        database.write(mappers -> mappers.of(ExtensionSettingMapper.class).deleteClear());
        database.compact();
        database.inSnapshots(mappers -> mappers.of(ExtensionSettingMapper.class).deleteClear());
        LOG.info("{} secrets of plugins were sealed and taken out of the database.", clear.size());
      }
      looked.add(home);
    }
  }

  private Map<String, String> stored(Descriptor descriptor) {
    return rows(descriptor).stream()
        .collect(
            Collectors.toMap(ExtensionSettingMapper.Row::key, ExtensionSettingMapper.Row::value));
  }

  private List<ExtensionSettingMapper.Row> rows(Descriptor descriptor) {
    if (descriptor.about().settings().isEmpty()) {
      return List.of();
    }
    sealClear();
    String extension = ExtensionPoint.key(descriptor);
    return databases
        .current()
        .read(mappers -> mappers.of(ExtensionSettingMapper.class).of(extension));
  }
}
