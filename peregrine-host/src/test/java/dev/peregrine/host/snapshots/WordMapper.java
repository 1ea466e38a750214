package dev.peregrine.host.snapshots;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

interface WordMapper {

  @Insert("INSERT INTO extension_settings (extension, key, value) VALUES ('test', #{word}, '')")
  int add(String word);

  @Select("SELECT key FROM extension_settings WHERE extension = 'test' ORDER BY key")
  List<String> all();
}
