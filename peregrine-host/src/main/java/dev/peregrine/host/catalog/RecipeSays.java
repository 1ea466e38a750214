package dev.peregrine.host.catalog;

import dev.peregrine.host.web.SettingField;
import java.util.List;

/**
 * What there is to say about the recipe as it stands: what is wrong with it, or whom it talks to.
 *
 * @param later whether it takes the place of what stands on the page already
 * @param problem empty where the recipe can be read
 * @param line of the problem; 0 where the whole is meant
 * @param jumps whether the cursor is set on that line: after an action, not while typing
 * @param consented the hosts that a try was allowed to call, for the form to carry
 * @param keys names the settings, to see whether the fields still fit
 * @param drawsFields whether the settings are drawn too; what is typed in them stays otherwise
 */
record RecipeSays(
    boolean later,
    String problem,
    int line,
    boolean jumps,
    List<String> hosts,
    String consented,
    String keys,
    boolean drawsFields,
    List<SettingField> fields) {

  RecipeSays {
    hosts = List.copyOf(hosts);
    fields = List.copyOf(fields);
  }
}
