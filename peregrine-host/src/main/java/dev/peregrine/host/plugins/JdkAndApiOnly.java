package dev.peregrine.host.plugins;

/**
 * The parent of every plugin's class loader. It lets nothing through but the JDK: the API's classes
 * reach a plugin through its module's reads, the host's and its libraries' never. The platform
 * loader alone would be no barrier, because it hands on to the modules of the boot layer.
 */
final class JdkAndApiOnly extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  static final JdkAndApiOnly INSTANCE = new JdkAndApiOnly();

  private final ClassLoader host = ClassLoader.getSystemClassLoader();

  private JdkAndApiOnly() {
    super("plugin-parent", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> found = super.loadClass(name, resolve);
    if (host.equals(found.getClassLoader()) && !found.getName().startsWith("dev.peregrine.api.")) {
      throw new ClassNotFoundException(name);
    }
    return found;
  }
}
