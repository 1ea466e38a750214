package dev.peregrine.host.boot;

import dev.peregrine.host.mails.MailFiles;
import dev.peregrine.host.mails.MailFiles.Taken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = {
      "Adds mails from .eml and .mbox files, as the page Mail does.",
      "The same mail twice is kept once."
    },
    mixinStandardHelpOptions = true)
final class MailAddCommand extends TenantCommand {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A mail, or an mbox of mails.")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "One JSON object a line: a file.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws InterruptedException {
    MailFiles mails = peregrine.afterApplying().mailing().viewing().files();
    int failed = 0;
    for (Path file : files) {
      // Named as it was typed, found from where the person is.
      Path path = peregrine.installation().calledFrom().resolve(file);
      try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
        bytes.mark(16);
        boolean isOutlook = MailFiles.isOutlook(bytes.readNBytes(8));
        bytes.reset();
        if (isOutlook) {
          failed++;
          output.message(
              "File \"%s\": it is one of Outlook's own, which is not read. Save the mail as .eml there."
                  .formatted(file));
        } else {
          say(file, mails.take(bytes, read -> {}), output);
        }
      } catch (IOException refused) {
        failed++;
        output.message(
            "File \"%s\": it cannot be read (%s). Check the name and who may read it."
                .formatted(file, refused.getMessage()));
      }
    }
    if (failed == 0) {
      return ExitCode.DONE;
    }
    return failed == files.size() ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  private void say(Path file, Taken taken, Output output) {
    if (json) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      object.put("file", file.toString());
      object.put("added", taken.ids().size());
      object.put("known", taken.known());
      object.put("unreadable", taken.unreadable());
      object.put("ids", taken.ids());
      output.json(object);
      return;
    }
    output.line(
        "%s: %d added, %d known, %d of the added ones unreadable"
            .formatted(file, taken.ids().size(), taken.known(), taken.unreadable()));
  }
}
