package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.http.CallLedger;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.tiers.Features;
import dev.peregrine.host.tiers.Tier;
import dev.peregrine.host.web.Browser;
import dev.peregrine.host.web.GatedPaths;
import dev.peregrine.host.web.ReadablePages;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A visitor who opens every page of the demo and presses everything on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("It hears every name and every socket of the whole program.")
class DemoPressTest {

  private static final int FIRST_FREE_PORT = 32_768;
  private static final Pattern KEPT_AS_FILE =
      Pattern.compile("/assets/.*|/events|.*(export|download|\\.ics|\\.json|/preview).*");

  /** What is true only of a Peregrine on the computer at which the person sits. */
  private static final Pattern OWN_COMPUTER =
      Pattern.compile("(?i)[^.]{0,60}\\b(this computer|(on|in|leaves?|leaving) this machine)\\b");

  @TempDir static Path home;

  private DemoServer demo;

  /** A page that was opened. */
  private record Opened(String path, Document page) {}

  /** Where the plugins are; none here. */
  Path install() {
    return home;
  }

  @BeforeAll
  void start() {
    demo = new DemoServer(home, install(), InstantSource.system());
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  /** Every page that links lead to or that there is, one of each kind. */
  private List<Opened> pages(Browser visitor) throws Exception {
    var seen = new HashSet<String>();
    var queue = new ArrayDeque<String>(List.of("/"));
    queue.addAll(ReadablePages.of(demo.server(), 1));
    queue.addAll(ReadablePages.of(demo.server(), 4));
    var opened = new ArrayList<Opened>();
    while (!queue.isEmpty()) {
      String path = queue.poll();
      if (KEPT_AS_FILE.matcher(path).matches() || !seen.add(kind(path))) {
        continue;
      }
      HttpResponse<String> answer = visitor.get(path);
      assertThat(answer.statusCode()).as(path).isLessThan(500);
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        Document page = Jsoup.parse(answer.body());
        opened.add(new Opened(path, page));
        page.select("a[href^=/]").eachAttr("href").forEach(queue::add);
      }
      answer.headers().firstValue("Location").ifPresent(queue::add);
    }
    return opened;
  }

  private static String kind(String path) {
    String[] parts = path.split("#")[0].split("\\?", 2);
    String names =
        parts.length < 2
            ? ""
            : Arrays.stream(parts[1].split("&"))
                .map(each -> each.split("=")[0])
                .sorted()
                .toList()
                .toString();
    return parts[0].replaceAll("\\d+", "#") + names;
  }

  /** What somebody else has, on pages whose words do not change with the time of day. */
  private static List<String> whatIsThere(Browser visitor) throws Exception {
    var pages = new ArrayList<String>();
    for (String path :
        List.of(
            "/review?view=list",
            "/review?view=list&stage=approved",
            "/mail",
            "/profile/person",
            "/search",
            "/stories",
            "/settings",
            "/settings/never",
            "/interviews/offers",
            "/apply/own-letters")) {
      pages.add(path + ": " + visitor.open(path).select("main").text());
    }
    return pages;
  }

  @Test
  void everythingCanBePressedAndNothingLeavesTheMachine() throws Exception {
    Browser visitor = demo.visitor();
    Browser somebodyElse = demo.visitor();
    List<String> before = whatIsThere(somebodyElse);
    Set<String> reached = ConcurrentHashMap.newKeySet();
    Set<String> namesBefore = AskedNames.asked();
    var wrong = new ArrayList<String>();
    int pressed = 0;
    int off = 0;
    try (var sockets = new RecordingStream()) {
      for (String event : List.of("jdk.SocketRead", "jdk.SocketWrite")) {
        var _ = sockets.enable(event).withThreshold(Duration.ZERO);
        sockets.onEvent(
            event, said -> reached.add(said.getString("address") + " " + said.getInt("port")));
      }
      sockets.startAsync();
      List<Opened> pages = pages(visitor);
      assertThat(pages).hasSizeGreaterThan(100);
      var forms = new LinkedHashMap<String, FilledForm>();
      for (Opened opened : pages) {
        Matcher own = OWN_COMPUTER.matcher(opened.page().body().text());
        if (own.find()) {
          wrong.add(opened.path() + " speaks of a computer of the visitor's: " + own.group());
        }
        for (FilledForm form : FilledForm.on(opened.page())) {
          forms.putIfAbsent(form.kind() + form.fields().getLast(), form);
          boolean isWhole = opened.page().selectFirst("main") != null;
          if (isWhole && !reason(form).isEmpty() && !saysThatItIsOff(opened.page(), form.path())) {
            wrong.add(opened.path() + " does not say that " + form.action() + " is off");
          }
        }
      }
      for (FilledForm form : forms.values()) {
        HttpResponse<String> answer = press(visitor, form);
        pressed++;
        if (answer.statusCode() >= 500 || answer.statusCode() == 400) {
          wrong.add(form.action() + " broke with " + answer.statusCode());
        }
        if (answer.statusCode() == 403) {
          off++;
          String said = Jsoup.parse(answer.body()).select("main").text();
          if (reason(form).isEmpty() || !said.contains(reason(form))) {
            wrong.add(form.action() + " is refused with: " + said);
          }
        }
      }
      for (Tenant copy : copies()) {
        copy
            .call(
                () -> {
                  new Waiting(demo.peregrine()).untilIdle(DemoLife.nowhere());
                  return demo.peregrine().tasks().recent(1_000);
                })
            .stream()
            .map(Task::error)
            .filter(said -> said.contains("calls nobody"))
            .forEach(said -> wrong.add("a task that was begun is off: " + said));
      }
      sockets.stop();
    }
    assertThat(wrong).isEmpty();
    assertThat(whatIsThere(somebodyElse)).as("of another visitor").isEqualTo(before);
    assertThat(pressed).isGreaterThan(200);
    assertThat(off).as("what is off").isGreaterThan(25);
    assertThat(reached).as("the sockets were heard").isNotEmpty();
    assertThat(reached).allMatch(this::isOurs, "is between the visitor and the demo");
    var names = new HashSet<>(AskedNames.asked());
    names.removeAll(namesBefore);
    assertThat(names).as("names that were looked up").isSubsetOf("localhost");
    for (Tenant copy : copies()) {
      assertThat(calls(copy)).as("calls for %s", copy.id()).isEmpty();
    }
  }

  private List<CallLedger.Entry> calls(Tenant copy) {
    return demo.peregrine().pages().http().ledger().of(copy.id());
  }

  private List<Tenant> copies() throws Exception {
    try (Stream<Path> folders = Files.list(demo.visitors())) {
      return folders.map(each -> new Tenant(each.getFileName().toString(), each)).toList();
    }
  }

  private boolean isOurs(String socket) {
    String[] parts = socket.split(" ");
    int port = Integer.parseInt(parts[1]);
    return Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1").contains(parts[0])
        && (port == demo.port() || port >= FIRST_FREE_PORT);
  }

  private HttpResponse<String> press(Browser visitor, FilledForm form) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(visitor.root() + form.action()));
    return visitor.client().send(form.put(request).build(), BodyHandlers.ofString());
  }

  /** Why a form is off; empty where it is not. */
  private String reason(FilledForm form) {
    return GatedPaths.reason(demo.server(), "POST", form.path());
  }

  /** Whether the page tells the script that draws it what to say in place of the button. */
  private static boolean saysThatItIsOff(Document page, String path) {
    return page.select("#shut li").stream()
        .filter(door -> Pattern.matches(door.attr("data-path"), path))
        .map(Element::text)
        .anyMatch(why -> !why.isBlank());
  }

  @Test
  void everyRouteBehindATierIsOpenToWhomTheTableOfTiersSays() throws Exception {
    Map<String, Feature> features = new LinkedHashMap<>();
    for (Feature feature : Feature.values()) {
      features.put(feature.label(), feature);
    }
    List<GatedPaths.Path> gated = GatedPaths.of(demo.server(), 1);
    assertThat(gated).hasSizeGreaterThan(8);
    assertThat(Tier.toTry().getFirst()).isEqualTo(Tier.FREE);
    var behind = new HashMap<GatedPaths.Path, Feature>();
    for (Tier tier : Tier.toTry()) {
      Browser visitor = demo.visitor();
      var _ = visitor.submit("/demo/tier", Map.of("value", tier.key()));
      for (GatedPaths.Path path : gated) {
        HttpResponse<String> answer =
            path.method().equals("POST")
                ? visitor.submit(path.path(), Map.of())
                : visitor.get(path.path());
        Element main = Jsoup.parse(answer.body()).body();
        if (tier == Tier.FREE) {
          String name = main.select("main h1").text();
          assertThat(features).as("%s is for nobody without a tier", path).containsKey(name);
          behind.put(path, Objects.requireNonNull(features.get(name)));
        }
        String said = main.text();
        Feature feature = Objects.requireNonNull(behind.get(path));
        boolean mayUse = Features.canUse(tier.key(), feature.key(), false);
        if (mayUse) {
          assertThat(said).as("%s at %s", path, tier).doesNotContain(feature.does());
        } else {
          assertThat(answer.statusCode()).as("%s at %s", path, tier).isEqualTo(403);
          assertThat(said).as("%s at %s", path, tier).contains(feature.label(), feature.does());
        }
      }
    }
    assertThat(behind.values())
        .contains(Feature.INTERVIEW_PREP, Feature.SURVEY_ASSISTANT, Feature.LLM_VOICE_GUIDELINES);
  }
}
