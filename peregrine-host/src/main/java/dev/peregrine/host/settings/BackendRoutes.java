package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.llm.LlmTrial;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingField;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One backend: its form, the question that tries it, its models. */
public final class BackendRoutes implements Routes {

  private static final String HERE = ModelsRoutes.HERE;

  private final Llms llms;
  private List<SettingsEntry> entries = List.of();

  public BackendRoutes(Llms llms) {
    this.llms = llms;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.get(HERE + "/new/{type}", this::fresh);
    routes.get(HERE + "/one/{name}", this::stored);
    routes.post(HERE + "/save", this::save);
    routes.post(HERE + "/test", this::test);
    routes.post(HERE + "/list", this::list);
    routes.post(HERE + "/one/{name}/pull", this::pull);
  }

  /**
   * A form as it was typed.
   *
   * @param old the name under which it is stored; empty for a new one
   * @param secrets those that were typed, by key
   * @param errors by field
   */
  private record Draft(
      String old,
      String name,
      NamedBackend backend,
      Map<String, String> secrets,
      Map<String, String> values,
      Map<String, String> errors,
      String problem) {}

  private LlmDescriptor kind(String type) {
    return llms.kind(type).orElseThrow(() -> new NoSuchPageException(t("models.what-kind"), type));
  }

  private void fresh(Visit visit) {
    LlmDescriptor kind = kind(visit.part("type"));
    NamedBackend backend =
        NamedBackend.of(llms.freeName(kind.about().id()), kind.about().id(), Map.of());
    show(visit, 200, draft("", backend, ""), List.of(), "", Optional.empty());
  }

  private static Draft draft(String old, NamedBackend backend, String problem) {
    return new Draft(old, backend.name(), backend, Map.of(), backend.settings(), Map.of(), problem);
  }

  private NamedBackend named(Visit visit) {
    String name = visit.part("name");
    return llms.plan().find(name).orElseThrow(() -> new NoSuchPageException("backend", name));
  }

  private void stored(Visit visit) {
    NamedBackend backend = named(visit);
    if (llms.kind(backend.type()).isEmpty()) {
      visit.go(HERE, Toast.of(t("models.plugin-off")));
      return;
    }
    show(visit, 200, draft(backend.name(), backend, ""), List.of(), "", Optional.empty());
  }

  private Draft typed(Visit visit) {
    LlmDescriptor kind = kind(visit.value("type"));
    String old = visit.value("old");
    String name = visit.value("name");
    var errors = new LinkedHashMap<String, String>();
    if (!NamedBackend.isName(name)) {
      errors.put("name", t("models.bad-name"));
    } else if (!name.equals(old) && llms.plan().find(name).isPresent()) {
      errors.put("name", t("models.name-taken"));
    }
    OptionalInt patience = whole(visit, "patience", NamedBackend.MOST_PATIENCE, errors);
    OptionalInt atOnce = whole(visit, "at-once", NamedBackend.MOST_AT_ONCE, errors);
    var values = new LinkedHashMap<String, String>();
    var settings = new LinkedHashMap<String, String>();
    var secrets = new LinkedHashMap<String, String>();
    Map<String, String> before = llms.plan().find(old).map(NamedBackend::settings).orElse(Map.of());
    for (SettingSpec spec : kind.about().settings()) {
      String value = SettingField.entered(spec, visit.value(spec.key()));
      values.put(spec.key(), value);
      if (spec instanceof SettingSpec.Secret) {
        secrets.put(spec.key(), value);
        String reference = before.getOrDefault(spec.key(), "");
        if (value.isEmpty() && !reference.isEmpty()) {
          settings.put(spec.key(), reference);
        }
      } else if (!value.isBlank() && !isUsual(spec, value)) {
        settings.put(spec.key(), value);
      }
    }
    NamedBackend backend =
        new NamedBackend(
            errors.containsKey("name") ? "new" : name,
            kind.about().id(),
            visit.has("enabled"),
            visit.value("model"),
            patience,
            atOnce,
            switch (visit.value("leaves")) {
              case "yes" -> Optional.of(true);
              case "no" -> Optional.of(false);
              default -> Optional.empty();
            },
            visit.has("agreed"),
            settings);
    errors.putAll(llms.check(backend, values));
    return new Draft(old, name, backend, secrets, values, errors, "");
  }

  /** What the author's initial value says anyway is not written. */
  private static boolean isUsual(SettingSpec spec, String value) {
    return switch (spec) {
      case SettingSpec.Whole whole -> value.equals(Long.toString(whole.initial()));
      case SettingSpec.Switch toggle -> value.equals(Boolean.toString(toggle.initial()));
      case SettingSpec.Choice choice -> value.equals(choice.initial());
      case SettingSpec.Text text -> text.initial().filter(value::equals).isPresent();
      case SettingSpec.Texts texts -> value.equals(String.join("\n", texts.initial()));
      case SettingSpec.Address address -> false; // only what stands in the file may lead inside
      case SettingSpec.Secret secret -> false;
    };
  }

  private static OptionalInt whole(Visit visit, String name, int most, Map<String, String> errors) {
    String value = visit.value(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (value.matches("\\d{1,6}")) {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= most) {
        return OptionalInt.of(number);
      }
    }
    errors.put(name, t("models.no-whole", "typed", value, "most", most));
    return OptionalInt.empty();
  }

  private void save(Visit visit) {
    Draft draft = typed(visit);
    if (!draft.errors().isEmpty()) {
      show(visit, 422, draft, List.of(), "", Optional.empty());
      return;
    }
    try {
      llms.save(draft.backend(), draft.secrets());
      visit.go(HERE, new Toast(t("models.saved"), draft.name(), Optional.empty()));
    } catch (IllegalArgumentException | ConfigException | SecretException refused) {
      show(
          visit,
          422,
          new Draft(
              draft.old(),
              draft.name(),
              draft.backend(),
              draft.secrets(),
              draft.values(),
              draft.errors(),
              String.valueOf(refused.getMessage())),
          List.of(),
          "",
          Optional.empty());
    }
  }

  private void test(Visit visit) throws InterruptedException {
    Draft draft = typed(visit);
    if (!draft.errors().isEmpty()) {
      show(visit, 422, draft, List.of(), "", Optional.empty());
      return;
    }
    LlmTrial trial = llms.test(draft.backend(), draft.secrets());
    show(
        visit,
        200,
        draft,
        List.of(),
        "",
        Optional.of(
            new BackendPage.Tried(
                trial.good(),
                trial.good() ? ModelWords.trial(trial) : trial.text(),
                trial.good() ? trial.text() : "")));
  }

  private void list(Visit visit) throws InterruptedException {
    Draft draft = typed(visit);
    if (!draft.errors().isEmpty()) {
      show(visit, 422, draft, List.of(), "", Optional.empty());
      return;
    }
    try {
      List<BackendPage.Listed> models =
          llms.models(draft.backend(), draft.secrets()).stream().map(ModelWords::listed).toList();
      String said = t("models.has-models", "count", models.size());
      show(visit, 200, draft, models, said, Optional.empty());
    } catch (ExtensionException | PluginBugException failed) {
      show(visit, 200, draft, List.of(), String.valueOf(failed.getMessage()), Optional.empty());
    }
  }

  private void pull(Visit visit) {
    NamedBackend backend = named(visit);
    String model = visit.value("pull");
    if (model.isEmpty()) {
      visit.go(HERE + "/one/" + backend.name(), Toast.of(t("models.name-model")));
      return;
    }
    llms.pull(backend.name(), model);
    visit.go(
        HERE + "/one/" + backend.name(),
        new Toast(t("models.being-fetched"), model, Optional.empty()));
  }

  private void show(
      Visit visit,
      int status,
      Draft draft,
      List<BackendPage.Listed> models,
      String listed,
      Optional<BackendPage.Tried> tried) {
    NamedBackend backend = draft.backend();
    LlmDescriptor kind = kind(backend.type());
    boolean leaves = llms.reach(backend).leaves();
    visit.show(
        status,
        new BackendPage(
            visit.shell(draft.old().isEmpty() ? t("models.add-model") : draft.old(), "settings"),
            SettingsNav.of(entries, HERE),
            draft.old(),
            draft.name(),
            backend.type(),
            kind.about().name(),
            kind.about().summary(),
            kind.about()
                .homepage()
                .map(Object::toString)
                .filter(page -> page.startsWith("http"))
                .orElse(""),
            backend.enabled(),
            backend.isAuto() ? "" : backend.model(),
            number(backend.patienceSeconds()),
            number(backend.atOnce()),
            Integer.toString(kind.atOnce()),
            backend.leaves().map(yes -> yes ? "yes" : "no").orElse(""),
            t("models.as-it-stands", "reach", llms.reach(backend).said()),
            leaves,
            backend.agreed(),
            SettingField.of(
                kind.about().settings(),
                draft.values(),
                draft.old().isEmpty()
                    ? java.util.Set.of()
                    : llms.plan().find(draft.old()).map(llms::secrets).orElse(java.util.Set.of()),
                draft.errors()),
            models,
            listed,
            kind.can().contains(LlmDescriptor.Capability.PULL),
            tried,
            problem(draft)));
  }

  private static String problem(Draft draft) {
    if (!draft.problem().isEmpty()) {
      return draft.problem();
    }
    return java.util.stream.Stream.of("name", "patience", "at-once")
        .filter(draft.errors()::containsKey)
        .map(key -> draft.errors().getOrDefault(key, ""))
        .findFirst()
        .orElse("");
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }
}
