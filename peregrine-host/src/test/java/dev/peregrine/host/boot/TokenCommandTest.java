package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Tokens without a browser. */
class TokenCommandTest {

  @TempDir Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of("token"));
    all.addAll(List.of(arguments));
    all.add("--home=" + home);
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  @Test
  void madeListedAndRevoked() {
    assertThat(run("create", "Home script", "--scope", "read,write")).isZero();
    String token = out.toString().strip();
    assertThat(token).matches("pgn_[\\w-]+_[\\w-]{43}");
    assertThat(err.toString()).contains("told this once").doesNotContain(token);
    assertThat(run("list", "--json")).isZero();
    var listed = JsonMapper.shared().readTree(out.toString());
    assertThat(listed.path("name").asString()).isEqualTo("Home script");
    assertThat(listed.path("scopes").toString()).isEqualTo("[\"read\",\"write\"]");
    assertThat(listed.path("expires").isNull()).isFalse();
    assertThat(out.toString()).doesNotContain(token);
    assertThat(run("create", "home SCRIPT", "--scope", "read")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("has a token already");
    assertThat(run("revoke", "Home script")).isZero();
    assertThat(run("list")).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("peregrine token create NAME");
  }

  @Test
  void whatItCannotBeIsSaid() {
    assertThat(run("create", "a", "--scope", "all")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("--scope is \"all\", expected read, write or run.");
    assertThat(run("create", "a", "--scope", "read", "--days", "-1"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("create", " ", "--scope", "read")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("revoke", "nobody")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("There is no token \"nobody\".");
  }
}
