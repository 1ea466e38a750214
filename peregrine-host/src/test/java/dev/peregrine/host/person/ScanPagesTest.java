package dev.peregrine.host.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.boot.World;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.web.Browser;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A PDF of pictures: said, offered to be recognised, and read only when the person says so. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for tesseract is a shell script")
class ScanPagesTest {

  /** Answers as tesseract does, whatever is on the picture. */
  private static final String STAND_IN =
      """
      #!/bin/sh
      PATH=/usr/bin:/bin
      if [ "$1" = --list-langs ]; then
        printf 'List of available languages (3):\\ndeu\\neng\\nosd\\n'
        exit 0
      fi
      cat > "$(dirname "$0")/picture"
      head -c 8 "$(dirname "$0")/picture" | grep -aq PNG || exit 1
      echo "$4" > "$(dirname "$0")/asked"
      printf 'level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n'
      line=0
      while read -r text; do
        line=$((line + 1))
        left=300
        word=0
        for part in $text; do
          word=$((word + 1))
          printf '5\\t1\\t1\\t1\\t%d\\t%d\\t%d\\t%d\\t100\\t42\\t95.5\\t%s\\n' $line $word $left $((line * 80)) "$part"
          left=$((left + 120))
        done
        printf '5\\t1\\t9\\t1\\t%d\\t1\\t2200\\t%d\\t20\\t9\\t7.1\\t~,\\n' $line $((line * 80))
      done <<'TEXT'
      Ada Byron
      ada@example.org
      Experience
      Analyst, Engine Works
      March 2019 - Present
      « Wrote the first program
      Skills
      Java, SQL
      TEXT
      """;

  @TempDir Path home;
  private World world;
  private Browser browser;

  @AfterEach
  void stop() {
    world.close();
  }

  private void start(boolean installed) throws Exception {
    if (installed) {
      Path program = Files.createDirectories(home.resolve("bin")).resolve("tesseract");
      Files.writeString(program, STAND_IN);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    world = new World(home, 0, InstantSource.system());
    browser = new Browser(world.port());
  }

  private static byte[] scan() throws Exception {
    var picture = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
    picture.createGraphics().setColor(Color.WHITE);
    try (var pdf = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      pdf.addPage(page);
      try (var content = new PDPageContentStream(pdf, page)) {
        content.drawImage(LosslessFactory.createFromImage(pdf, picture), 0, 0, 595, 842);
      }
      var bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void withoutTheProgramItIsSaidWhatWouldHelp() throws Exception {
    start(false);
    var answer = upload(scan());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("it may be a scan", "Where the program tesseract is installed");
  }

  @Test
  void aScanIsRecognisedOnceThePersonSaysSo() throws Exception {
    start(true);
    var answer = upload(scan());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String path = answer.headers().firstValue("Location").orElseThrow();
    Document offer = browser.open(path);
    assertThat(offer.select("h1").text()).isEqualTo("Recognise a scan");
    assertThat(offer.select(".check").eachText()).containsExactly("English", "German");
    assertThat(offer.select("[name=language][checked]").eachAttr("value")).containsExactly("eng");
    assertThat(home.resolve("bin/asked")).as("nobody said so yet").doesNotExist();
    assertThat(world.as(() -> world.resumes.all())).isEmpty();

    assertThat(browser.submit(path, Map.of("language", "klingon")).statusCode()).isEqualTo(422);
    assertThat(browser.submit(path, Map.of("language", "deu")).statusCode()).isEqualTo(303);
    Document done = until(path);
    assertThat(home.resolve("bin/asked")).hasContent("deu");
    assertThat(browser.open(done.select("#scan a.btn").attr("href")).select("h1").text())
        .isEqualTo("My résumé");
    List<Resume> all = world.as(() -> world.resumes.all());
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().text()).contains("Ada Byron", "Analyst, Engine Works");
    assertThat(all.getFirst().text()).contains("• Wrote the first program");
    assertThat(all.getFirst().text()).as("stains").doesNotContain("~");
    assertThat(all.getFirst().document()).contains("Engine Works", "ada@example.org");
  }

  private HttpResponse<String> upload(byte[] pdf) throws Exception {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"scan.pdf\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(pdf);
    body.writeBytes(
        ("\r\n--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n"
                + browser.token()
                + "\r\n--x--\r\n")
            .getBytes(StandardCharsets.UTF_8));
    return browser
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(browser.root() + "/profile/resumes"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString());
  }

  private Document until(String path) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      Document page = browser.open(path);
      if (page.select("#scan .positive").size() == 1) {
        return page;
      }
      if (Instant.now().isAfter(deadline) || !page.select("#scan .danger").isEmpty()) {
        throw new AssertionError(page.select("#scan").text());
      }
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }
}
