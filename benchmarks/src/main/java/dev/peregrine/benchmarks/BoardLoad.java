package dev.peregrine.benchmarks;

import dev.peregrine.api.Posting;
import dev.peregrine.host.contacts.Channel;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the board of applications. {@code benchmarks/run.sh BoardLoad FOLDER [applications]}
 * fills a home; {@code benchmarks/run.sh BoardLoad http://localhost:8502} measures a Peregrine that
 * runs over it: the page whole, and moves with the board drawn anew.
 */
public final class BoardLoad {

  private static final int CALLS = 400;
  private static final List<Stage> AFTER =
      List.of(Stage.SURVEY, Stage.PHONE_SCREEN, Stage.INTERVIEWING, Stage.OFFER, Stage.REJECTED);

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address;

  private BoardLoad(String address) {
    this.address = address;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].startsWith("http://localhost:")) {
      new BoardLoad(arguments[0]).measure();
    } else {
      fill(Path.of(arguments[0]), arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000);
    }
  }

  /** Two thirds wait for an answer, the others stand everywhere; each has its past. */
  private static void fill(Path home, int applications) throws Exception {
    InstantSource clock = InstantSource.system();
    var live = new Live();
    List<Class<?>> mappers =
        Stream.of(Jobs.mappers(), Rounds.mappers(), Contacts.mappers())
            .<Class<?>>flatMap(List::stream)
            .toList();
    try (var databases = new Databases(mappers, clock)) {
      var jobs = new Jobs(databases, live, clock);
      var rounds = new Rounds(databases, live, clock);
      var contacts = new Contacts(databases, live, clock);
      new Tenant("load", home)
          .call(
              () -> {
                List<Found> found = new ArrayList<>();
                for (int at = 0; at < applications; at++) {
                  found.add(found(at));
                }
                List<Long> ids = jobs.store(found).stream().map(Stored::job).toList();
                for (int at = 0; at < ids.size(); at++) {
                  List<Long> one = List.of(ids.get(at));
                  jobs.move(one, Stage.APPROVED, Optional.empty());
                  jobs.move(one, Stage.APPLIED, Optional.empty());
                  if (at % 3 == 0) {
                    Stage stage = AFTER.get(at / 3 % AFTER.size());
                    jobs.move(one, stage, Optional.empty());
                    if (stage == Stage.PHONE_SCREEN || stage == Stage.INTERVIEWING) {
                      rounds.add(
                          one.getFirst(),
                          RoundPlan.of(RoundKind.TECHNICAL)
                              .at(
                                  clock
                                      .instant()
                                      .plus(Duration.ofHours(at))
                                      .atZone(ZoneOffset.UTC)));
                      contacts.add(
                          one.getFirst(),
                          new Said(
                              OptionalLong.empty(),
                              Direction.IN,
                              Channel.values()[0],
                              clock.instant(),
                              "Jana Petersen",
                              "",
                              "Would Tuesday suit you?",
                              Said.Origin.HAND));
                    }
                  }
                }
                System.out.println(ids.size() + " applications in " + home);
                return null;
              });
    }
  }

  private static Found found(int at) {
    return new Found(
        Posting.of("n" + at, "Title " + at, URI.create("https://jobs.example/" + at))
            .withCompany(Optional.of("Company " + at))
            .withDescription(Optional.of("<p>What is done here, " + at + "</p>")),
        "board",
        OptionalLong.empty(),
        Optional.empty());
  }

  private void measure() throws Exception {
    String page = get("/interviews");
    String token =
        first("X-Peregrine-Token&#34;:&#34;([^&]+)|X-Peregrine-Token\":\"([^\"]+)", page);
    for (int round = 0; round < 3; round++) {
      said("the page", () -> get("/interviews"));
      String tile =
          first("id=\"tile-(\\d+)\"[^>]*data-stage=\"phone_screen\"()", get("/interviews"));
      boolean[] there = {true};
      said(
          "a move, with the board",
          () -> {
            there[0] = !there[0];
            return post(
                "/interviews/%s/move?on=board".formatted(tile),
                "from=%s&to=%s&_token=%s"
                    .formatted(
                        there[0] ? "interviewing" : "phone_screen",
                        there[0] ? "phone_screen" : "interviewing",
                        token));
          });
    }
  }

  private static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("The page has nothing like " + pattern);
    }
    return Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2));
  }

  private String get(String path) throws Exception {
    return sent(HttpRequest.newBuilder(URI.create(address + path)).build());
  }

  private String post(String path, String form) throws Exception {
    return sent(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("HX-Request", "true")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private String sent(HttpRequest request) throws Exception {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static void said(String what, Callable<String> call) throws Exception {
    var took = new long[CALLS];
    for (int at = 0; at < CALLS; at++) {
      long begin = System.nanoTime();
      call.call();
      took[at] = System.nanoTime() - begin;
    }
    Arrays.sort(took);
    System.out.printf(
        "%-24s p50 %6.1f ms  p99 %6.1f ms%n",
        what, took[CALLS / 2] / 1e6, took[CALLS * 99 / 100] / 1e6);
  }
}
