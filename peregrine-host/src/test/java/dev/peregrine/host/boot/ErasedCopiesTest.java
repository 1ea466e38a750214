package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.platform.ErasureProof;
import dev.peregrine.host.platform.Erasures;
import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.snapshots.S3Server;
import dev.peregrine.host.storage.ServerAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with a disk each: whoever is deleted at one has left copies on the other's disk. */
class ErasedCopiesTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);

  @TempDir Path folder;
  private ServerAddress address;
  private S3Server store;
  private String bucket;
  private Cloud one;
  private Cloud two;

  @BeforeEach
  void annWasAtOneAndIsAtTwo() throws Exception {
    address = TestPostgres.fresh();
    store = S3Server.running();
    bucket = store.bucket();
    one = node("one");
    two = node("two");
    writes(one, Tokens.ANN, "Written before");
    writes(one, Tokens.BOB, "Of Bob");
    one.mode.cluster().orElseThrow().giveUp();
    assertThat(sees(two, Tokens.ANN)).contains("Written before");
    assertThat(configuration("one")).as("in clear").contains("Written before");
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private Cloud node(String name) throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var more = new HashMap<String, String>();
    more.put(
        "PLATFORM_DB_URL",
        address.jdbc() + "?user=" + address.user() + "&password=" + address.password());
    more.put("CLOUD_NODE_URL", "http://127.0.0.1:" + port);
    more.put("CLOUD_NODE_SECRET", "a secret that only the nodes of this test know");
    more.put("CLOUD_SNAPSHOT_S3_URL", store.url().toString());
    more.put("CLOUD_SNAPSHOT_S3_BUCKET", bucket);
    more.put("CLOUD_SNAPSHOT_S3_ACCESS_KEY", "access");
    more.put("CLOUD_SNAPSHOT_S3_SECRET_KEY", "secret");
    return new Cloud(folder.resolve(name), more, now::get, port);
  }

  private Cloud.Person person(Cloud node, String user) {
    return node.with("cf_session=" + Tokens.of(user, now.get()));
  }

  private void writes(Cloud node, String user, String company) throws Exception {
    Cloud.Person person = person(node, user);
    assertThat(person.never(company, person.token()).statusCode()).isEqualTo(303);
  }

  private String sees(Cloud node, String user) throws Exception {
    var answer = person(node, user).get("/settings/never");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private Path ofAnn(String node) {
    return folder.resolve(node).resolve("people").resolve(Tokens.ANN);
  }

  /** All that stands there in clear. */
  private String configuration(String node) throws IOException {
    Path config = ofAnn(node).resolve("peregrine/config");
    if (Files.notExists(config)) {
      return "";
    }
    var text = new StringBuilder();
    try (Stream<Path> files = Files.walk(config)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  private ErasureProof annIsDeletedAtTwo() {
    Erasures erasures = two.mode.hosted().orElseThrow().erasures();
    Instant _ = erasures.plan(Tokens.ANN);
    now.updateAndGet(then -> then.plus(Erasures.DELAY).plusSeconds(60));
    erasures.finishDue();
    return erasures.proofs(Tokens.ANN).getFirst();
  }

  private List<ErasureProof.Part> copies() {
    return two.mode.hosted().orElseThrow().erasures().proofs(Tokens.ANN).getFirst().copies();
  }

  @Test
  void theOtherNodeDeletesItsCopyAndTheProofCountsIt() throws Exception {
    assertThat(annIsDeletedAtTwo().copies()).isEmpty();
    assertThat(ofAnn("two")).doesNotExist();
    assertThat(ofAnn("one")).as("as it was").exists();

    one.mode.hosted().orElseThrow().copies().look();
    assertThat(ofAnn("one")).doesNotExist();
    assertThat(folder.resolve("one/people").resolve(Tokens.BOB)).exists();
    assertThat(copies()).extracting(ErasureProof.Part::part).contains("config", "data");
    assertThat(copies()).allSatisfy(part -> assertThat(part.files()).isPositive());
    String text = two.mode.hosted().orElseThrow().erasures().proofs(Tokens.ANN).getFirst().text();
    assertThat(text.substring(text.indexOf("Deleted copies on other machines")))
        .contains("  data: ")
        .doesNotContain(Tokens.ANN);
    assertThat(sees(one, Tokens.BOB)).contains("Of Bob");
  }

  @Test
  void whoComesBackFindsNothingOfBeforeAndKeepsWhatIsNew() throws Exception {
    ErasureProof _ = annIsDeletedAtTwo();
    two.mode.cluster().orElseThrow().giveUp();

    // Before that node has looked for copies, she is there.
    assertThat(sees(one, Tokens.ANN)).doesNotContain("Written before");
    assertThat(copies()).isNotEmpty();
    writes(one, Tokens.ANN, "Written anew");
    one.mode.hosted().orElseThrow().copies().look();
    assertThat(sees(one, Tokens.ANN)).contains("Written anew");

    one.mode.cluster().orElseThrow().giveUp();
    assertThat(sees(two, Tokens.ANN)).contains("Written anew");
    two.mode.hosted().orElseThrow().copies().look();
    one.mode.hosted().orElseThrow().copies().look();
    assertThat(sees(two, Tokens.ANN)).contains("Written anew").doesNotContain("Written before");
    assertThat(ofAnn("one")).exists();
  }

  @Test
  void anInterruptedOneIsNotOpenedAtAnotherNode() throws Exception {
    Erasures erasures = two.mode.hosted().orElseThrow().erasures();
    Instant _ = erasures.plan(Tokens.ANN);
    now.updateAndGet(then -> then.plus(Erasures.DELAY).plus(Duration.ofSeconds(60)));
    TestPostgres.change(address, "ALTER TABLE subscriptions RENAME TO elsewhere");
    erasures.finishDue();
    TestPostgres.change(address, "ALTER TABLE elsewhere RENAME TO subscriptions");
    two.mode.cluster().orElseThrow().giveUp();
    var answer = person(one, Tokens.ANN).get("/settings/never");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).doesNotContain("Written before");
  }
}
