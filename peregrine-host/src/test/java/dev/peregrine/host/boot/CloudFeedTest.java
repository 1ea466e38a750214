package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendars of many people subscribe to one Peregrine, each by an address of its own. */
class CloudFeedTest {

  private static final String SETTINGS = "/settings/calendar";
  private static final String NEVER_HERE = "11111111-2222-4333-8444-555555555555";

  @TempDir Path folder;
  private Cloud cloud;
  private Cloud.Person ann;

  @BeforeEach
  void start() throws Exception {
    Path plugins = Files.createDirectories(folder.resolve("none/plugins"));
    CalendarJar.write(plugins.resolve("exporter-days.jar"));
    cloud = new Cloud(folder, Map.of());
    ann = cloud.person(Tokens.ANN);
    assertThat(ann.get("/settings/never").statusCode()).isEqualTo(200);
    var _ =
        new Tenant(Tokens.ANN, cloud.folder(Tokens.ANN))
            .call(
                () -> {
                  long job =
                      cloud.peregrine().jobs().store(List.of(Postings.found().get(0))).stream()
                          .map(Stored::job)
                          .findFirst()
                          .orElseThrow();
                  return cloud
                      .peregrine()
                      .afterApplying()
                      .rounds()
                      .add(
                          job,
                          RoundPlan.of(RoundKind.PANEL)
                              .at(ZonedDateTime.parse("2026-03-17T10:00+01:00[Europe/Berlin]")));
                });
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private String feed(Cloud.Person person) throws Exception {
    var _ = person.post(SETTINGS + "/feed", Browser.encoded(Map.of("_token", person.token())));
    var field = Jsoup.parse(person.get(SETTINGS).body()).selectFirst("#feed");
    return URI.create(field == null ? "" : field.val()).getPath();
  }

  private int status(String path) throws Exception {
    return cloud.nobody().get(path).statusCode();
  }

  private static String owner(String user) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anAddressOpensTheCalendarOfItsOwnerAndNothingElse() throws Exception {
    String feed = feed(ann);
    HttpResponse<String> answer = cloud.nobody().get(feed);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("Panel");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();

    Cloud.Person bob = cloud.person(Tokens.BOB);
    assertThat(bob.get("/review").statusCode()).isEqualTo(200);
    String bobs = feed(bob);
    assertThat(cloud.nobody().get(bobs).body()).doesNotContain("Panel");
    String secret = feed.substring(feed.indexOf('.') + 1);
    for (String wrong :
        List.of(
            "/calendar/" + owner(Tokens.BOB) + "." + secret,
            "/calendar/" + owner(NEVER_HERE) + "." + secret,
            "/calendar/" + owner("../" + Tokens.ANN) + "." + secret,
            "/calendar/" + secret,
            feed.replace(".ics", "x.ics"),
            feed.replace(".ics", ""),
            feed + "/../../review",
            feed.replace(".ics", "%2eics"),
            feed + ";.ics",
            "/settings/never?" + feed)) {
      assertThat(status(wrong)).as(wrong).isIn(400, 401);
    }
    assertThat(cloud.nobody().post(feed, "a=b").statusCode()).isIn(401, 403);
    assertThat(cloud.nobody().get("/api/v1/jobs", "Authorization", "Bearer " + feed).statusCode())
        .isEqualTo(401);
    assertThat(cloud.folder(NEVER_HERE)).doesNotExist();
  }

  @Test
  void anewOneShutsTheOneBeforeAndNoneIsOpenAfterItWasShut() throws Exception {
    String first = feed(ann);
    String second = feed(ann);
    assertThat(second).isNotEqualTo(first);
    assertThat(status(first)).isEqualTo(401);
    assertThat(status(second)).isEqualTo(200);
    var _ = ann.post(SETTINGS + "/shut", Browser.encoded(Map.of("_token", ann.token())));
    assertThat(status(second)).isEqualTo(401);
  }
}
