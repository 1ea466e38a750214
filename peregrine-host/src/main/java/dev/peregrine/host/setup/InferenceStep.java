package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.hardware.Findings;
import dev.peregrine.host.hardware.HardwareLook;
import dev.peregrine.host.hardware.ModelServer;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Setup: a language model on this computer, one behind a key, or none. */
public final class InferenceStep implements Routes {

  private static final SetupStep STEP = SetupStep.INFERENCE;

  private final Setup setup;
  private final Llms llms;
  private final HardwareLook hardware;

  public InferenceStep(Setup setup, Llms llms, HardwareLook hardware) {
    this.setup = setup;
    this.llms = llms;
    this.hardware = hardware;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(STEP.path(), this::show);
    routes.post(STEP.path(), this::goOn);
    routes.post(STEP.path() + "/adopt", this::adopt);
    routes.post(STEP.path() + "/ask", this::ask);
    routes.post(STEP.path() + "/add", this::addOne);
    routes.post(STEP.path() + "/again", this::lookAgain);
  }

  private void goOn(Visit visit) {
    setup.done(STEP);
    visit.go(setup.after(STEP));
  }

  private void lookAgain(Visit visit) {
    hardware.again();
    visit.go(STEP.path());
  }

  private void show(Visit visit) throws InterruptedException {
    String kind = visit.value("kind");
    Optional<ModelForm> form =
        kind.isEmpty() ? Optional.empty() : Optional.of(ModelForm.fresh(kind(kind)));
    page(visit, 200, Optional.empty(), form);
  }

  private LlmDescriptor kind(String type) {
    return llms.kind(type).orElseThrow(() -> new NoSuchPageException("kind of model", type));
  }

  private void page(Visit visit, int status, Optional<ModelTried> tried, Optional<ModelForm> form)
      throws InterruptedException {
    Optional<Findings> found = hardware.findings();
    List<ModelServer> servers = found.map(Findings::models).orElse(List.of());
    visit.show(
        status,
        new InferenceStepPage(
            StepFrame.of(visit, setup, STEP),
            llms.problem().orElse(""),
            llms.backends().stream().map(InferenceStepPage.Line::of).toList(),
            FoundModels.notSetUp(llms, servers),
            hardware.isTheirs(),
            found.isEmpty(),
            servers.stream().anyMatch(server -> server.type().equals("ollama")),
            llms.kinds().stream()
                .map(each -> new InferenceStepPage.Kind(each.about().id(), each.about().name()))
                .toList(),
            tried,
            form));
  }

  private void adopt(Visit visit) throws InterruptedException {
    Optional<NamedBackend> added =
        FoundModels.running(hardware.findings(), visit.value("type"), visit.value("at"))
            .flatMap(server -> llms.adopt(server.type(), server.at()));
    visit.go(
        STEP.path(),
        added.isPresent() ? Toast.of(t("setup.adopted")) : Toast.of(t("setup.not-adopted")));
  }

  /** Asks one that is set up; stores nothing. */
  private void ask(Visit visit) throws InterruptedException {
    String name = visit.value("name");
    NamedBackend named =
        llms.plan().find(name).orElseThrow(() -> new NoSuchPageException("model", name));
    page(
        visit, 200, Optional.of(ModelTried.of(name, llms.test(named, Map.of()))), Optional.empty());
  }

  private void addOne(Visit visit) throws InterruptedException {
    LlmDescriptor kind = kind(visit.value("kind"));
    var secrets = new LinkedHashMap<String, String>();
    var settings = new LinkedHashMap<String, String>();
    for (SettingSpec spec : ModelForm.asked(kind)) {
      String typed = visit.value(spec.key());
      if (spec instanceof SettingSpec.Secret) {
        secrets.put(spec.key(), typed);
      } else if (!typed.isEmpty()) {
        settings.put(spec.key(), typed);
      }
    }
    NamedBackend plain =
        NamedBackend.of(llms.freeName(kind.about().id()), kind.about().id(), settings)
            .withModel(visit.value("model"));
    NamedBackend named = visit.has("agreed") ? plain.withAgreed() : plain;
    var typed = new LinkedHashMap<>(settings);
    typed.putAll(secrets);
    Map<String, String> errors = llms.check(named, typed);
    ModelForm form =
        ModelForm.typed(kind, settings, visit.value("model"), visit.has("agreed"), errors);
    if (!errors.isEmpty()) {
      page(visit, 422, Optional.empty(), Optional.of(form));
      return;
    }
    try {
      llms.save(named, secrets);
      visit.go(STEP.path(), Toast.of(t("setup.adopted")));
    } catch (IllegalArgumentException | ConfigException | SecretException refused) {
      page(
          visit,
          422,
          Optional.empty(),
          Optional.of(form.saying(String.valueOf(refused.getMessage()))));
    }
  }
}
