package dev.peregrine.host.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.type.ByteArrayTypeHandler;
import org.apache.ibatis.type.JdbcType;

/**
 * MyBatis as Peregrine uses it: one factory for all files, and for all that a process opens with
 * the same mappers, since making one takes as long as some pages.
 */
final class Mybatis {

  // A factory never changes once it is made.
  private static final Map<List<Class<?>>, SqlSessionFactory> FACTORIES = new ConcurrentHashMap<>();

  private Mybatis() {}

  static SqlSessionFactory factory(List<Class<?>> mappers) {
    return FACTORIES.computeIfAbsent(List.copyOf(mappers), Mybatis::made);
  }

  private static SqlSessionFactory made(List<Class<?>> mappers) {
    Configuration configuration = usual();
    configuration.setDefaultExecutorType(ExecutorType.REUSE);
    configuration.getTypeHandlerRegistry().register(Instant.class, new InstantMs());
    // Its driver has no Blob, only bytes.
    configuration
        .getTypeHandlerRegistry()
        .register(byte[].class, JdbcType.BLOB, new ByteArrayTypeHandler());
    mappers.forEach(configuration::addMapper);
    return new SqlSessionFactoryBuilder().build(configuration);
  }

  /** For a server, whose driver knows times and keeps its own statements. */
  static SqlSessionFactory serverFactory(List<Class<?>> mappers) {
    Configuration configuration = usual();
    // A row whose columns are all empty is one all the same.
    configuration.setReturnInstanceForEmptyRow(true);
    mappers.forEach(configuration::addMapper);
    return new SqlSessionFactoryBuilder().build(configuration);
  }

  private static Configuration usual() {
    var configuration = new Configuration();
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setCacheEnabled(false);
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    return configuration;
  }
}
