package dev.peregrine.host.texts;

import com.ibm.icu.util.TimeZone;
import java.util.Optional;

/** Time zones as Windows and Outlook name them. */
public final class WindowsZones {

  private WindowsZones() {}

  /** {@code Europe/Berlin} for {@code W. Europe Standard Time}. */
  public static Optional<String> find(String name) {
    return Optional.ofNullable(TimeZone.getIDForWindowsID(name, "001"));
  }
}
