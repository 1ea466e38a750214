package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.PromptSpec;
import dev.peregrine.host.llm.Prompts;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The texts with which models are asked: to read, to change, to put back. */
public final class PromptsRoutes implements Routes {

  private static final String HERE = "/settings/prompts";

  private final Prompts prompts;
  private List<SettingsEntry> entries = List.of();

  public PromptsRoutes(Prompts prompts) {
    this.prompts = prompts;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("settings.prompts"), HERE, 12, this::said));
    routes.get(HERE, visit -> visit.show(page(visit, "", "", "")));
    routes.post(HERE + "/{name}", this::save);
    routes.post(HERE + "/{name}/reset", this::reset);
  }

  private String said() {
    long own = prompts.all().stream().filter(spec -> prompts.own(spec).isPresent()).count();
    return t("settings.prompts-said", "count", own);
  }

  /**
   * The page.
   *
   * @param name of the prompt that was typed and cannot be used; empty for none
   */
  private PromptsPage page(Visit visit, String name, String typed, String error) {
    return new PromptsPage(
        visit.shell(t("settings.prompts"), "settings"),
        SettingsNav.of(entries, HERE),
        prompts.all().stream()
            .map(spec -> spec.name().equals(name) ? shown(spec, typed, error) : shown(spec))
            .toList());
  }

  private PromptsPage.Prompt shown(PromptSpec spec) {
    String text = prompts.own(spec).orElseGet(() -> prompts.shipped(spec)).strip();
    return shown(spec, text, prompts.problem(spec, text).orElse(""));
  }

  private PromptsPage.Prompt shown(PromptSpec spec, String text, String error) {
    String places =
        new TreeSet<>(spec.places())
            .stream().map(place -> "{{" + place + "}}").collect(Collectors.joining(", "));
    return new PromptsPage.Prompt(
        spec.name(),
        spec.title().get(),
        spec.about().get(),
        prompts.own(spec).isPresent(),
        text,
        places.isEmpty() ? "" : t("settings.put-in", "places", places),
        error);
  }

  private PromptSpec spec(Visit visit) {
    String name = visit.part("name");
    return prompts.find(name).orElseThrow(() -> new NoSuchPageException("prompt", name));
  }

  private void save(Visit visit) {
    PromptSpec spec = spec(visit);
    String typed = visit.value("text");
    try {
      prompts.save(spec, typed);
      visit.go(HERE + "#" + spec.name(), Toast.of(t("settings.saved-question")));
    } catch (IllegalArgumentException refused) {
      visit.show(422, page(visit, spec.name(), typed, String.valueOf(refused.getMessage())));
    }
  }

  private void reset(Visit visit) {
    PromptSpec spec = spec(visit);
    prompts.reset(spec);
    visit.go(HERE + "#" + spec.name(), Toast.of(t("settings.shipped-again")));
  }
}
