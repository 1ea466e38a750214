package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.ReadablePages;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one person presses neither shows nor changes what is another's. */
@Timeout(240)
class WallsPressTest {

  private static final String ANN = "Annsword";
  private static final String BOB = "Bobsword";

  /** Ends one's own being here, after which there would be nothing left to press. */
  private static final String THE_END = "/settings/(account|backup/everything).*";

  @TempDir Path folder;
  private Cloud cloud;

  @BeforeEach
  void start() throws Exception {
    cloud = new Cloud(folder, Map.of());
    fill(Tokens.ANN, ANN);
    fill(Tokens.BOB, BOB);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private void fill(String user, String word) throws Exception {
    assertThat(cloud.person(user).get("/").statusCode()).isIn(200, 303);
    Peregrine peregrine = cloud.peregrine();
    long first =
        new Tenant(user, cloud.folder(user))
            .call(
                () -> {
                  var _ = peregrine.resumes().save(word + " was a designer", word + ".txt");
                  List<Found> found =
                      IntStream.rangeClosed(1, 6).mapToObj(at -> found(word, at)).toList();
                  List<Long> ids = peregrine.jobs().store(found).stream().map(Stored::job).toList();
                  var then = Cloud.NOW.minusSeconds(90_000);
                  peregrine.jobs().move(ids.subList(0, 2), Stage.APPLIED, Optional.empty(), then);
                  return ids.getFirst();
                });
    Marked.add(cloud, user, word, first);
  }

  private static Found found(String word, int at) {
    return new Found(
        dev.peregrine.api.Posting.of(
                word + at,
                word + " designer " + at,
                URI.create("https://jobs.example/" + word + "/" + at))
            .withCompany(Optional.of(word + " works " + at)),
        "village",
        OptionalLong.empty(),
        Optional.empty());
  }

  private List<String> pages() {
    return List.of(1L, 3L).stream()
        .flatMap(number -> ReadablePages.of(cloud.running.server(), number).stream())
        .distinct()
        .toList();
  }

  /** What a person reads, page by page. */
  private Map<String, String> read(String user) throws Exception {
    var read = new LinkedHashMap<String, String>();
    Cloud.Person person = cloud.person(user);
    for (String path : pages()) {
      HttpResponse<String> answer = person.get(path);
      read.put(path, answer.statusCode() + Jsoup.parse(answer.body()).select("main").text());
    }
    return read;
  }

  @Test
  void whatIsPressedIsOnesOwnAlone() throws Exception {
    Map<String, String> bobsBefore = read(Tokens.BOB);
    assertThat(bobsBefore.values().stream().filter(text -> text.contains(BOB)))
        .as("pages with what is Bob's")
        .hasSizeGreaterThan(20);
    Cloud.Person ann = cloud.person(Tokens.ANN);
    var forms = new LinkedHashMap<String, FilledForm>();
    for (String path : pages()) {
      for (FilledForm form : FilledForm.on(Jsoup.parse(ann.get(path).body()))) {
        if (!form.path().matches(THE_END)) {
          forms.putIfAbsent(form.kind() + form.fields().getLast(), form);
        }
      }
    }
    var wrong = new ArrayList<String>();
    int own = 0;
    for (FilledForm form : forms.values()) {
      HttpResponse<String> answer = ann.press(form);
      own += answer.statusCode() < 400 ? 1 : 0;
      if (answer.statusCode() >= 500) {
        wrong.add(form.action() + " broke with " + answer.statusCode());
      }
      if (answer.body().contains(BOB) || answer.headers().toString().contains(BOB)) {
        wrong.add(form.action() + " shows what is Bob's");
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(own).as("forms that did something").isGreaterThan(80);
    assertThat(read(Tokens.ANN).values()).noneMatch(text -> text.contains(BOB));
    assertThat(read(Tokens.BOB)).isEqualTo(bobsBefore);
  }
}
