package dev.peregrine.host.importers;

import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Keeps what columns mean, by the names of all columns of a list. */
interface ColumnMapper {

  @Select("SELECT meaning FROM import_columns WHERE header = #{header}")
  Optional<String> find(@Param("header") String header);

  @Insert(
      """
      INSERT INTO import_columns (header, meaning, changed) VALUES (#{header}, #{meaning}, #{at})
      ON CONFLICT (header) DO UPDATE SET meaning = excluded.meaning, changed = excluded.changed
      """)
  void save(@Param("header") String header, @Param("meaning") String meaning, @Param("at") long at);
}
