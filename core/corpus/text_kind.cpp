#include "core/corpus/text_kind.h"

#include <array>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/base/files.h"

namespace headlight {

void checkIsText(const std::filesystem::path& file) {
  constexpr std::size_t kLooked = 4096;
  const std::string head = beginningOf(file, kLooked);
  const std::string name = "'" + file.string() + "': expected text, found ";
  const auto pandas = [&](const std::string& reader) {
    return "; convert it first: python -c \"import pandas; pandas." + reader + "('" + file.filename().string() +
           "').to_json('texts.jsonl', orient='records', lines=True)\"";
  };
  using namespace std::string_view_literals;
  if (head.starts_with("PAR1")) throw Error(name + "a Parquet file" + pandas("read_parquet"));
  if (head.starts_with("ARROW1") || head.starts_with("FEA1"))
    throw Error(name + "an Arrow file" + pandas("read_feather"));
  for (const auto& [magic, what, program] : {std::array{"\x1f\x8b"sv, "gzip"sv, "gunzip"sv},
                                             {"\x28\xb5\x2f\xfd"sv, "Zstandard"sv, "unzstd"sv},
                                             {"\xfd"
                                              "7zXZ"sv,
                                              "xz"sv, "unxz"sv},
                                             {"BZh"sv, "bzip2"sv, "bunzip2"sv},
                                             {"PK\3\4"sv, "zip"sv, "unzip"sv}})
    if (head.starts_with(magic))
      throw Error(name + "a file compressed with " + std::string(what) + "; decompress it first (" +
                  std::string(program) + ")");
  if (head.starts_with("\xff\xfe"sv) || head.starts_with("\xfe\xff"sv))
    throw Error(name + "UTF-16; convert it first: iconv -f UTF-16 -t UTF-8");
  if (head.find('\0') != std::string::npos) throw Error(name + "bytes that are none");
}

}  // namespace headlight
