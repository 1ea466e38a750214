package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExtensionExceptionTest {

  @Test
  void aLimitTellsHowLongToWait() {
    var limit = ExtensionException.rateLimited("Too many calls.", Duration.ofSeconds(30));
    assertThat(limit.kind()).isEqualTo(ExtensionException.Kind.RATE_LIMITED);
    assertThat(limit.retryAfter()).hasValue(Duration.ofSeconds(30));
    assertThat(ExtensionException.rateLimited("x", Duration.ofSeconds(-5)).retryAfter())
        .hasValue(Duration.ZERO);
  }

  @Test
  void itSurvivesBeingWrittenAndRead() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ExtensionException(ExtensionException.Kind.REFUSED, "A wall."));
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      var read = (ExtensionException) in.readObject();
      assertThat(read.kind()).isEqualTo(ExtensionException.Kind.REFUSED);
      assertThat(read.retryAfter()).isEmpty();
    }
  }
}
