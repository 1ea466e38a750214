package dev.peregrine.host.llm;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Descriptor;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Health;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.api.llm.Message;
import dev.peregrine.api.llm.Model;
import dev.peregrine.host.config.Chain;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.LlmFile;
import dev.peregrine.host.config.LlmPlan;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The current tenant's language models: the backends that the person set up, their orders, and the
 * one door through which features ask them.
 */
public final class Llms {

  /** The topic of {@link Live} that is told when a backend changes. */
  public static final String TOPIC = "models";

  private static final Duration SHOWN = Duration.ofDays(30);
  private static final Duration PROBE = Duration.ofSeconds(5);
  private static final String PICTURE_QUESTION = "Which colour fills this picture? One word.";

  /** A red square of 32 by 32 pixels. */
  private static final String RED =
      "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42mO4oKBAU8QwasGoBaMWjFowasGoBaMWjFowasGoBaMWDBULAE7YQD2B7wk2AAAAAElFTkSuQmCC";

  private final LlmFile file;
  private final Backends backends;
  private final Router router;
  private final LlmAllowance allowance;
  private final LlmPulls pulls;
  private final LlmSpeeds speeds;
  private final LlmLedger ledger;
  private final Prompts prompts = new Prompts().add(Prompts.TRY);
  private final List<LlmFeature> features = new CopyOnWriteArrayList<>();
  private final Function<String, List<InetAddress>> names;
  private final Fence fence;
  private final Live live;
  private final InstantSource clock;
  private final boolean demo;

  /**
   * @param chance must not be predictable: it makes the marks around text of others
   * @param demo whether no model is ever asked here
   */
  public Llms(
      LlmFile file,
      PluginRuntime plugins,
      Contexts contexts,
      SecretStore secrets,
      Tasks tasks,
      Databases databases,
      Live live,
      InstantSource clock,
      RandomGenerator chance,
      boolean demo) {
    this.file = file;
    this.backends = new Backends(plugins, secrets);
    this.ledger = new LlmLedger(databases, clock);
    this.allowance =
        new LlmAllowance(named -> kind(named.type()).flatMap(kind -> address(named, kind)));
    this.router = new Router(backends, contexts, ledger, this::reach, allowance, clock, chance);
    this.pulls = new LlmPulls(file, backends, contexts, router, tasks);
    this.speeds = new LlmSpeeds(tasks, this::measurable, this::measured, live);
    this.fence = new Fence(chance);
    // To ask where a name leads is a call, too.
    this.names = demo ? name -> List.of() : new HostNames(clock)::addresses;
    this.live = live;
    this.clock = clock;
    this.demo = demo;
  }

  /** Says what one may have of models that are not their own; while the program is wired. */
  public void share(LlmShare share) {
    allowance.set(share);
  }

  /**
   * Asks for an answer: one backend after the other in the order that counts for the use.
   *
   * @param pieces takes the answer while it is written
   * @throws NoAnswerException with a sentence that names each backend and why it did not answer
   */
  public LlmAnswer complete(LlmUse use, CompletionRequest request, AnswerPieces pieces)
      throws NoAnswerException, InterruptedException {
    if (demo) {
      throw NoAnswerException.notHere();
    }
    return router.complete(file.current(), use, request, pieces);
  }

  /**
   * Fences text that others wrote (a posting, a mail, a page), so that a model takes it as data and
   * not as instructions. Such text goes into a question only through this.
   */
  public String asData(String foreign) {
    return fence.around(foreign);
  }

  /**
   * The person's models for one call of an extension.
   *
   * @param tokens how many it may use, of questions and answers together
   */
  public Llm lent(LlmUse use, long tokens) {
    return new LentLlm(this, use, tokens);
  }

  /** Whether one that sees pictures is among those who are asked. */
  public boolean seesImages(LlmUse use) {
    if (demo) {
      return false;
    }
    LlmPlan plan = file.current();
    return plan.order(use.feature(), use.chain()).stream()
        .flatMap(name -> plan.find(name).stream())
        .anyMatch(backend -> Skips.why(backend, kind(backend.type()), true).isEmpty());
  }

  /** Has a server fetch a model, as a task. */
  public void pull(String backend, String model) {
    pulls.pull(named(backend).name(), model.strip());
  }

  /** Measures how fast the backends are, as a task. */
  public void measure() {
    speeds.measure();
  }

  /** Whether they are being measured. */
  public boolean isMeasuring() {
    return speeds.isMeasuring();
  }

  /** How fast they were when they were measured last, the newest first. */
  public List<LlmSpeed> speeds() {
    return ledger.speeds();
  }

  /** Those that can be measured: switched on, and they answer with text. */
  public List<NamedBackend> measurable() {
    return demo
        ? List.of()
        : file.current().backends().stream()
            .filter(NamedBackend::enabled)
            .filter(backend -> kind(backend.type()).filter(k -> !Router.onlyImages(k)).isPresent())
            .toList();
  }

  private Router.Asked measured(NamedBackend named, CompletionRequest question)
      throws ExtensionException, InterruptedException {
    Extension<LlmBackend> kind = backends.kind(named.type()).orElseThrow();
    Backend backend = backends.of(withAddress(named), kind, Map.of());
    return router.askAnyway(LlmSpeeds.FEATURE, backend, router.rest(backend), question);
  }

  /** The texts with which models are asked. */
  public Prompts prompts() {
    return prompts;
  }

  /** Says that a feature asks models; each does so for itself while the program is wired. */
  public void add(LlmFeature feature) {
    features.add(feature);
  }

  /** What models are asked for. */
  public List<LlmFeature> features() {
    return List.copyOf(features);
  }

  /** What was asked in the last 30 days, by feature and backend. */
  public List<LlmTotal> spent() {
    return ledger.totals(clock.instant().minus(SHOWN));
  }

  /** How many questions were asked for this in the last 24 hours, answered or not. */
  public long askedInADay(LlmUse use) {
    return ledger.totals(clock.instant().minus(Duration.ofDays(1))).stream()
        .filter(total -> total.feature().equals(use.feature()))
        .mapToLong(LlmTotal::calls)
        .sum();
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(LlmCallMapper.class);
  }

  /** The kinds of backends that can be added. */
  public List<LlmDescriptor> kinds() {
    return backends.kinds().stream().map(kind -> (LlmDescriptor) kind.descriptor()).toList();
  }

  /** The kind with that id, where its plugin is on. */
  public Optional<LlmDescriptor> kind(String type) {
    return backends.kind(type).map(kind -> (LlmDescriptor) kind.descriptor());
  }

  /** What the file says. */
  public LlmPlan plan() {
    return file.current();
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return file.problem();
  }

  /** The backends in the order in which they were set up. Asks nobody and waits for nothing. */
  public List<LlmState> backends() {
    return file.current().backends().stream().map(this::state).toList();
  }

  /** Those that are on and send what they are asked out of the person's network. */
  public List<LlmState> sendingAway() {
    try {
      return backends().stream().filter(LlmState::sendsAway).toList();
    } catch (ConfigException unreadable) {
      return List.of();
    }
  }

  /**
   * Whether the person has a model of their own that answers with text and is switched on, wherever
   * it runs.
   */
  public boolean hasOwn() {
    try {
      return file.current().backends().stream()
          .filter(NamedBackend::enabled)
          .flatMap(backend -> kind(backend.type()).stream())
          .anyMatch(kind -> !Router.onlyImages(kind));
    } catch (ConfigException unreadable) {
      return false;
    }
  }

  private LlmState state(NamedBackend named) {
    Optional<Extension<LlmBackend>> kind = backends.kind(named.type());
    if (kind.isEmpty()) {
      return new LlmState(
          named,
          Optional.empty(),
          Reach.OUTSIDE,
          "",
          LlmState.Doing.CANNOT,
          "There is no plugin for its type \"%s\". Switch it on under Plugins."
              .formatted(named.type()));
    }
    LlmDescriptor says = (LlmDescriptor) kind.get().descriptor();
    Reach reach = reach(named, says);
    String host = address(named, says).map(URI::getAuthority).orElse("");
    if (!named.enabled()) {
      return new LlmState(
          named, Optional.of(says), reach, host, LlmState.Doing.OFF, "Switched off.");
    }
    try {
      Backend backend = backends.of(named, kind.get(), Map.of());
      return doing(named, says, reach, host, router.rest(backend));
    } catch (ExtensionException badSettings) {
      return new LlmState(
          named,
          Optional.of(says),
          reach,
          host,
          LlmState.Doing.CANNOT,
          String.valueOf(badSettings.getMessage()));
    }
  }

  private LlmState doing(
      NamedBackend named, LlmDescriptor says, Reach reach, String host, Rest rest) {
    Instant now = clock.instant();
    if (rest.isModelMissing()) {
      return new LlmState(
          named,
          Optional.of(says),
          reach,
          host,
          LlmState.Doing.MODEL_MISSING,
          "It " + Router.withoutModel(named.model()));
    }
    Optional<String> resting = rest.resting(now);
    if (resting.isPresent()) {
      return new LlmState(
          named,
          Optional.of(says),
          reach,
          host,
          LlmState.Doing.RESTS,
          "It " + Router.restsSaid(resting.get(), rest.until(now), now));
    }
    return rest.everAnswered()
        ? new LlmState(named, Optional.of(says), reach, host, LlmState.Doing.ANSWERS, "It answers.")
        : new LlmState(
            named,
            Optional.of(says),
            reach,
            host,
            LlmState.Doing.NOT_ASKED,
            "Not asked since Peregrine was started.");
  }

  /** How far goes what a backend would be sent. */
  public Reach reach(NamedBackend named) {
    return kind(named.type()).map(kind -> reach(named, kind)).orElse(Reach.OUTSIDE);
  }

  private Reach reach(NamedBackend named, LlmDescriptor kind) {
    return Reach.of(named.leaves(), kind.where(), address(named, kind), named.model(), names);
  }

  /** The one address that its kind has; the first where it has several. */
  private static Optional<URI> address(NamedBackend named, LlmDescriptor kind) {
    return kind.about().settings().stream()
        .filter(SettingSpec.Address.class::isInstance)
        .map(SettingSpec.Address.class::cast)
        .flatMap(
            spec ->
                Optional.ofNullable(named.settings().get(spec.key())).or(spec::initial).stream())
        .findFirst()
        .flatMap(Llms::parsed);
  }

  private static Optional<URI> parsed(String address) {
    try {
      return Optional.of(URI.create(address));
    } catch (IllegalArgumentException odd) {
      return Optional.empty();
    }
  }

  /** Keys of the secrets that a backend has. */
  public Set<String> secrets(NamedBackend named) {
    return backends.secretsOf(named);
  }

  /**
   * What is wrong with values that were typed for a backend, as sentences by key.
   *
   * @param values of its kind's settings; an empty secret means the stored one
   */
  public Map<String, String> check(NamedBackend named, Map<String, String> values) {
    return kind(named.type())
        .map(kind -> ExtensionSettings.check(kind.about(), values, backends.secretsOf(named)))
        .orElse(Map.of());
  }

  /**
   * Asks a backend a real question, whatever became of earlier ones.
   *
   * @param typed secrets that were typed and are not stored yet
   */
  public LlmTrial test(NamedBackend named, Map<String, String> typed) throws InterruptedException {
    if (demo) {
      return LlmTrial.failed(NoAnswerException.notHere().sentence());
    }
    Optional<Extension<LlmBackend>> kind = backends.kind(named.type());
    if (kind.isEmpty()) {
      return LlmTrial.failed(state(named).sentence());
    }
    try {
      Backend backend = backends.of(withAddress(named), kind.get(), typed);
      Optional<Backend> stored = stored(backend);
      return stored.isPresent()
          ? test(stored.get(), router.rest(stored.get()))
          : test(backend, new Rest(0, 1));
    } catch (ExtensionException failed) {
      return LlmTrial.failed(String.valueOf(failed.getMessage()));
    } catch (PluginBugException bug) {
      return LlmTrial.failed(bug.sentence());
    }
  }

  /** The one that is asked, where this is it and not a draft of it. */
  private Optional<Backend> stored(Backend tried) throws ExtensionException {
    Optional<NamedBackend> named =
        file.current().find(tried.name()).filter(each -> each.type().equals(tried.named().type()));
    if (named.isEmpty()) {
      return Optional.empty();
    }
    int mark = backends.of(withAddress(named.get()), tried.kind(), Map.of()).mark();
    return mark == tried.mark()
        ? Optional.of(backends.of(named.get(), tried.kind(), Map.of()))
        : Optional.empty();
  }

  private LlmTrial test(Backend backend, Rest rest)
      throws ExtensionException, InterruptedException {
    boolean pictures = Router.onlyImages(backend.says());
    Message question =
        pictures
            ? Message.user(
                PICTURE_QUESTION, new Blob("red.png", "image/png", Base64.getDecoder().decode(RED)))
            : Message.user(prompts.filled(Prompts.TRY, Map.of()));
    CompletionRequest request = CompletionRequest.of(question).withMaxTokens(120);
    Router.Asked asked = router.askAnyway("test", backend, rest, request);
    Completion answer = asked.completion();
    long tokens = answer.outputTokens().orElse(Math.ceilDiv(answer.text().length(), 4));
    changed();
    return new LlmTrial(
        true, answer.text().strip(), answer.model(), asked.first(), asked.total(), tokens);
  }

  /** Whether a backend would answer now, without making it work. */
  public Health probe(NamedBackend named) throws InterruptedException {
    Optional<Extension<LlmBackend>> kind = backends.kind(named.type());
    if (kind.isEmpty()) {
      return Health.down(state(named).sentence());
    }
    try {
      return router.probe(backends.of(named, kind.get(), Map.of()), PROBE);
    } catch (ExtensionException badSettings) {
      return Health.down(String.valueOf(badSettings.getMessage()));
    }
  }

  /**
   * The models that a backend has.
   *
   * @param typed secrets that were typed and are not stored yet
   * @throws ExtensionException with a sentence for the person
   */
  public List<Model> models(NamedBackend named, Map<String, String> typed)
      throws ExtensionException, InterruptedException {
    if (demo) {
      return List.of();
    }
    Optional<Extension<LlmBackend>> kind = backends.kind(named.type());
    if (kind.isEmpty()) {
      return List.of();
    }
    Backend backend = backends.of(named, kind.get(), typed);
    return router.models(backend, new Rest(0, 1));
  }

  /**
   * Stores a backend in place of the one of its name, or as a new one.
   *
   * @param typed secrets, by key; an empty one keeps what is stored
   * @throws IllegalArgumentException with a sentence where a setting does not fit, or where data
   *     would leave the person's network and they did not agree
   */
  public void save(NamedBackend named, Map<String, String> typed) {
    Map<String, String> problems = check(named, plainSettings(named));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.values().iterator().next());
    }
    NamedBackend whole = withAddress(named);
    if (whole.enabled() && reach(whole).leaves() && !whole.agreed()) {
      throw new IllegalArgumentException(
          "What “%s” is sent leaves your network. Agree to that before you switch it on."
              .formatted(named.name()));
    }
    backends.seal(named.name(), typed);
    file.change(plan -> plan.with(whole));
    changed();
  }

  /** Without secrets: these are looked at where they are typed. */
  private Map<String, String> plainSettings(NamedBackend named) {
    var plain = new HashMap<>(named.settings());
    kind(named.type())
        .map(Descriptor::about)
        .ifPresent(
            about ->
                about.settings().stream()
                    .filter(SettingSpec.Secret.class::isInstance)
                    .forEach(spec -> plain.remove(spec.key())));
    return plain;
  }

  /**
   * The address that the form proposed counts as the person's once they saved it: only that may
   * lead into the own machine.
   */
  private NamedBackend withAddress(NamedBackend named) {
    var settings = new LinkedHashMap<>(named.settings());
    kind(named.type())
        .filter(kind -> kind.where() == LlmDescriptor.Where.AT_ADDRESS)
        .ifPresent(
            kind ->
                kind.about().settings().stream()
                    .filter(SettingSpec.Address.class::isInstance)
                    .map(SettingSpec.Address.class::cast)
                    .forEach(
                        spec ->
                            spec.initial()
                                .ifPresent(usual -> settings.putIfAbsent(spec.key(), usual))));
    return named.withSettings(settings);
  }

  /**
   * Sets a server up that was found running: once, under the name of its kind.
   *
   * @param type such as {@code ollama}
   * @return empty where there is no plugin for it, or a backend with that address is there already
   */
  public Optional<NamedBackend> adopt(String type, URI address) {
    Optional<LlmDescriptor> kind = kind(type);
    if (kind.isEmpty() || isSetUp(type, address)) {
      return Optional.empty();
    }
    Optional<String> key =
        kind.get().about().settings().stream()
            .filter(SettingSpec.Address.class::isInstance)
            .map(SettingSpec::key)
            .findFirst();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    NamedBackend found =
        NamedBackend.of(freeName(type), type, Map.of(key.get(), address.toString()));
    save(found, Map.of());
    return Optional.of(found);
  }

  /** Whether a backend of that kind with that address was set up. */
  public boolean isSetUp(String type, URI address) {
    return kind(type)
        .filter(
            kind ->
                file.current().backends().stream()
                    .filter(backend -> backend.type().equals(type))
                    .anyMatch(
                        backend ->
                            address(backend, kind)
                                .map(URI::getAuthority)
                                .filter(at -> at.equalsIgnoreCase(address.getAuthority()))
                                .isPresent()))
        .isPresent();
  }

  /** A name for a backend that is not taken. */
  public String freeName(String type) {
    LlmPlan plan = file.current();
    String free = type;
    for (int number = 2; plan.find(free).isPresent(); number++) {
      free = type + "-" + number;
    }
    return free;
  }

  /** Switches a backend on or off. */
  public void enable(String name, boolean on) {
    NamedBackend named = named(name).withEnabled(on);
    save(named, Map.of());
  }

  /** Takes a backend away, with its keys. */
  public void remove(String name) {
    backends.forget(named(name));
    file.change(plan -> plan.without(name));
    changed();
  }

  private NamedBackend named(String name) {
    return file.current()
        .find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no backend “%s”. Look at Settings → Models.".formatted(name)));
  }

  /** Sets the order of a chain. */
  public void order(Chain chain, List<String> order) {
    file.change(
        plan ->
            plan.withOrder(chain, order.stream().filter(n -> plan.find(n).isPresent()).toList()));
    changed();
  }

  /** Has a chain follow the general one again, or that the order of the backends. */
  public void follow(Chain chain) {
    file.change(plan -> plan.withoutOrder(chain));
    changed();
  }

  /** Sets an order for a feature; none takes it away. */
  public void order(String feature, List<String> order) {
    file.change(plan -> plan.withFeature(feature, order));
    changed();
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }
}
