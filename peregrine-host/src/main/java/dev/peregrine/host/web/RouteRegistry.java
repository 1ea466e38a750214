package dev.peregrine.host.web;

import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Locked;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes the pages of the features together at the start. */
public final class RouteRegistry {

  private final Function<Context, Visit> visits;
  private final List<Consumer<RoutesConfig>> routes = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();
  private final Set<String> large = new HashSet<>();
  private final Map<String, HttpServlet> servlets = new LinkedHashMap<>();
  private final List<String> forPrograms = new ArrayList<>();
  private final List<MenuEntry> menu = new ArrayList<>();
  private final List<SettingsEntry> settings = new ArrayList<>();
  private final Map<Class<? extends Exception>, Integer> told = new LinkedHashMap<>();
  private final List<FindSource> findables = new ArrayList<>();
  private final List<Supplier<Optional<Notice>>> notices = new ArrayList<>();
  private Supplier<List<Notice>> lookers = List::of;
  private BannerSource banner = path -> Optional.empty();
  private final List<ShutDoor> shut = new ArrayList<>();
  private final Map<String, Gate> gates = new HashMap<>();
  private final List<GatedRoute> gated = new ArrayList<>();
  private final Map<String, BooleanSupplier> health = new LinkedHashMap<>();
  private ActivitySource activity = times -> Activity.NONE;

  RouteRegistry(Function<Context, Visit> visits) {
    this.visits = visits;
  }

  /** Answers a reading request; it must change nothing. */
  public void get(String path, Answer answer) {
    get(path, Gate.OPEN, answer);
  }

  private void get(String path, Gate gate, Answer answer) {
    pages.add(path);
    routes.add(config -> config.get(path, context -> answer(path, gate, answer, context)));
  }

  /** Answers a changing request; it comes from one of our own forms, which was checked. */
  public void post(String path, Answer answer) {
    post(path, Gate.OPEN, answer);
  }

  private void post(String path, Gate gate, Answer answer) {
    routes.add(config -> config.post(path, context -> answer(path, gate, answer, context)));
  }

  /** What a person may not use is said first: that it is shut besides is of no use to them. */
  private void answer(String path, Gate before, Answer answer, Context context) throws Exception {
    before.pass();
    Optional<ShutDoor> door = shutDoor(context.req().getMethod(), context.path());
    if (door.isPresent()) {
      throw new ShutException(door.get());
    }
    Visit visit = visits.apply(context);
    gate(path).pass();
    answer.to(visit);
  }

  /** Puts a gate before a path, whoever adds it: what is the matter of whoever runs the program. */
  public void guard(String path, Gate gate) {
    gates.put(path, gate);
  }

  /** What stands before a path; open for nearly all. */
  public Gate gate(String path) {
    return gates.getOrDefault(path, Gate.OPEN);
  }

  /** The same for a form with a file of any size, such as a backup. */
  public void postLarge(String path, Answer answer) {
    large.add(path);
    post(path, answer);
  }

  /**
   * Answers other programs at an address and everything below it, by every method. Such a request
   * needs no token of our forms, so whoever answers must take nothing but what a browser never
   * sends by itself as a proof of who asks: no cookie. What goes wrong is said as JSON.
   *
   * @param root such as {@code /api/v1}
   */
  public void programs(String root, ProgramAnswer answer) {
    forPrograms.add(root);
    Handler handler = context -> answer.to(new ProgramCall(context)).writeTo(context);
    for (String path : List.of(root, root + "/<below>")) {
      routes.add(
          config -> {
            config.get(path, handler);
            config.head(path, handler);
            config.post(path, handler);
            config.put(path, handler);
            config.patch(path, handler);
            config.delete(path, handler);
            config.options(path, handler);
          });
    }
  }

  boolean isForPrograms(String path) {
    return forPrograms.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }

  boolean takesLarge(String path) {
    return large.contains(path);
  }

  /** Where to add what only some tenants may use: who may not is told why, with status 403. */
  public Guarded behind(Gate gate) {
    return new Guarded(gate);
  }

  /** Adds routes that stand behind a gate. */
  public final class Guarded {

    private final Gate gate;

    private Guarded(Gate gate) {
      this.gate = gate;
    }

    /** See {@link RouteRegistry#get}. */
    public Guarded get(String path, Answer answer) {
      gated.add(new GatedRoute("GET", path, gate));
      RouteRegistry.this.get(path, gate, answer);
      return this;
    }

    /** See {@link RouteRegistry#post}. */
    public Guarded post(String path, Answer answer) {
      gated.add(new GatedRoute("POST", path, gate));
      RouteRegistry.this.post(path, gate, answer);
      return this;
    }
  }

  /**
   * Hands an address over to a servlet, which answers whatever comes there with the tenant bound.
   * It has no page, and nobody checked the request: it asks for something that no browser sends by
   * itself.
   */
  public void servlet(String path, HttpServlet servlet) {
    servlets.put(path, servlet);
  }

  Map<String, HttpServlet> servlets() {
    return servlets;
  }

  /** Puts a page into the navigation. */
  public void menu(MenuEntry entry) {
    menu.add(entry);
    menu.sort(Comparator.comparingInt(MenuEntry::order));
  }

  /** Puts a line on the page Settings. */
  public void setting(SettingsEntry entry) {
    settings.add(
        new SettingsEntry(
            entry.group(), entry.name(), entry.path(), entry.order(), () -> summary(entry)));
    settings.sort(
        Comparator.comparing(SettingsEntry::group).thenComparingInt(SettingsEntry::order));
  }

  /** How things are is nobody's business who may not see the page. */
  private String summary(SettingsEntry entry) {
    return gate(entry.path()).locked().map(Locked::unlocks).orElseGet(entry.summary());
  }

  /** The lines of all features, in their order; complete once every feature was added. */
  public List<SettingsEntry> settings() {
    return Collections.unmodifiableList(settings);
  }

  /** Puts something to do, or a page without a menu entry, into the command palette. */
  public void findable(Supplier<Findable> always) {
    findables.add((words, most) -> List.of(always.get()));
  }

  /** Puts what depends on the tenant or on the words into the command palette. */
  public void findables(FindSource source) {
    findables.add(source);
  }

  /**
   * What the palette finds: menu, settings and what the features said; complete after the start.
   */
  public List<FindSource> findables() {
    return Collections.unmodifiableList(findables);
  }

  /** The pages of the navigation, in their order; complete once every feature was added. */
  public List<MenuEntry> menu() {
    return Collections.unmodifiableList(menu);
  }

  /** What those read in the shell who look at what is another's, in place of all notices. */
  public void lookers(Supplier<Notice> notice) {
    lookers = () -> List.of(notice.get());
  }

  List<Notice> forLookers() {
    return lookers.get();
  }

  /** Has whoever looks after the program see whether something it needs is there. */
  public void health(String name, BooleanSupplier isThere) {
    health.put(name, isThere);
  }

  Map<String, BooleanSupplier> health() {
    return health;
  }

  /** Puts something into the shell of every page while it is there; must be quick. */
  public void notice(Supplier<Optional<Notice>> notice) {
    notices.add(notice);
  }

  List<Supplier<Optional<Notice>>> notices() {
    return notices;
  }

  /** Says what stands above every page. */
  public void banner(BannerSource source) {
    banner = source;
  }

  BannerSource banner() {
    return banner;
  }

  /**
   * Shuts doors: nobody gets through, and pages say so in place of what leads there. Counts for the
   * routes of all features.
   */
  public void shut(List<ShutDoor> doors) {
    shut.addAll(doors);
  }

  List<ShutDoor> shut() {
    return Collections.unmodifiableList(shut);
  }

  private Optional<ShutDoor> shutDoor(String method, String path) {
    return shut.stream().filter(door -> door.leadsTo(method, path)).findFirst();
  }

  /** Says what the drawer of running work shows. */
  public void activity(ActivitySource source) {
    activity = source;
  }

  /**
   * Shows the message of this exception to the person instead of a general sentence: for those
   * whose messages are written for people.
   */
  public void tell(Class<? extends Exception> type, int status) {
    told.put(type, status);
  }

  /** What stands behind gates. */
  List<GatedRoute> gated() {
    return Collections.unmodifiableList(gated);
  }

  /** All that can be read. */
  List<String> pages() {
    return pages;
  }

  void addTo(RoutesConfig config) {
    routes.forEach(route -> route.accept(config));
  }

  List<MenuEntry> entries() {
    return menu;
  }

  ActivitySource activitySource() {
    return activity;
  }

  Optional<Integer> statusOfTold(Exception exception) {
    return told.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(exception))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
