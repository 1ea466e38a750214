package dev.peregrine.host.documents;

import dev.peregrine.api.mail.MailMessage.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hmef.HMEFMessage;

/** What Outlook packs into {@code winmail.dat} (TNEF): the names of the files in it. */
public final class Winmail {

  private Winmail() {}

  /** Whether it is one, by its media type or its name. */
  public static boolean is(String type, String name) {
    return type.equals("application/ms-tnef")
        || type.equals("application/vnd.ms-tnef")
        || name.toLowerCase(Locale.ROOT).equals("winmail.dat");
  }

  /** The files in it, their kinds unknown; none where it is broken. */
  public static List<Attachment> inside(byte[] winmail) {
    var inside = new ArrayList<Attachment>();
    try {
      for (var file : new HMEFMessage(new ByteArrayInputStream(winmail)).getAttachments()) {
        String name = file.getLongFilename() == null ? file.getFilename() : file.getLongFilename();
        byte[] contents = file.getContents();
        inside.add(
            new Attachment(
                name == null ? "" : name.replaceAll("[\\\\/\\p{Cntrl}]", "_"),
                "application/octet-stream",
                contents == null ? 0 : contents.length));
      }
    } catch (IOException | RuntimeException broken) {
      // It stays an attachment of its own.
    }
    return inside;
  }
}
