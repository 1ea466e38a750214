package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a person reads whose share of the day's tokens is used up, through the server. */
@ResourceLock(ScriptedModel.SENT)
class ShareOfWorkTest {

  @TempDir private Path folder;
  private Path plugins;

  @BeforeEach
  void folders() throws Exception {
    plugins = Files.createDirectories(folder.resolve("home/plugins"));
    Files.createDirectories(folder.resolve("home/config"));
  }

  private void curated(Path jar) throws Exception {
    String hash =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    Files.writeString(
        folder.resolve("home/config/plugins.sha256"), hash + "  " + jar.getFileName() + "\n");
  }

  private static Tenant tenant(Cloud cloud, String user) {
    return new Tenant(user, cloud.folder(user));
  }

  private static void quiet(Cloud cloud, String user) {
    tenant(cloud, user)
        .run(() -> Deadline.until(() -> cloud.peregrine().tasks().active().isEmpty()));
  }

  private static String home(Cloud cloud, String user, String... headers) throws Exception {
    return Jsoup.parse(cloud.person(user).get("/", headers).body()).text();
  }

  @Test
  void whoseTokensAreUsedUpReadsItWhereTheyAskedAndNobodyElseDoes() throws Exception {
    ScriptedModel.write(plugins);
    curated(plugins.resolve("llm-scripted-1.0.jar"));
    var lent =
        Map.of("CLOUD_MODEL_URLS", "http://127.0.0.1:11434", "CLOUD_LIMIT_MODEL_TOKENS", "18");
    try (var cloud = new Cloud(folder, lent)) {
      assertThat(told(cloud, Tokens.ANN)).contains("Our costs grew.");
      assertThat(told(cloud, Tokens.ANN)).contains("all of today's 18 tokens");
      assertThat(told(cloud, Tokens.BOB)).contains("Our costs grew.");
    }
  }

  /** Asks a model for help with a story and reads what came of it. */
  private static String told(Cloud cloud, String user) throws Exception {
    Cloud.Person person = cloud.person(user);
    assertThat(person.get("/stories").statusCode()).isEqualTo(200);
    Path config = Files.createDirectories(cloud.folder(user).resolve("config"));
    Files.writeString(
        config.resolve("llm.yaml"),
        """
        backends:
          lent:
            type: scripted
            model: small
            settings:
              script: 'say:{"situation":"Our costs grew.","task":"","action":"","result":"","questions":[]}'
        """);
    String token = person.token();
    HttpResponse<String> made =
        person.post(
            "/stories",
            Browser.encoded(Map.of("_token", token, "title", "Costs", "situation", "They grew.")));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
    String list = person.get("/stories").body();
    String story = Jsoup.parse(list).select("main a[href~=^/stories/\\d+$]").last().attr("href");
    HttpResponse<String> asked =
        person.post(
            story + "/ask",
            Browser.encoded(
                Map.of("_token", token, "seen", "1", "title", "Costs", "situation", "They grew.")));
    quiet(cloud, user);
    return Jsoup.parse(asked.body()).text()
        + Jsoup.parse(person.get(story).body()).select("main").text()
        + home(cloud, user);
  }
}
