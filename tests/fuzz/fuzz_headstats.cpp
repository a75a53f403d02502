#include "core/base/files.h"
#include "core/corpus/corpus_tables.h"
#include "core/corpus/stats_file.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/made_maps.h"

using namespace headlight;

namespace {

std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  return fuzz::messageOf([&] {
    const CorpusStats stats = readStats(folder.write("a.headstats", input));
    fuzz::require(statsTable(stats).rows.size() == stats.heads.size(), "a row for each head");
    const TopTokens tokens = topTokens(stats, stats.heads.size() - 1, 5, 1);
    fuzz::require(tokens.keys.size() <= 5 && tokens.queries.size() <= 5, "as many tokens as were asked for");
    fuzz::require(attentionByOffset(stats, 0).size() == kOffsets, "all places");
    remarksOf(stats);
    const std::filesystem::path again = folder.path() / "again.headstats";
    writeStats(stats, again);
    fuzz::require(readStats(again).texts == stats.texts, "what was read can be written and read again");
  });
}

std::string bytesOfStats(CorpusStats stats) {
  const fuzz::Folder folder;
  writeStats(stats, folder.path() / "seed.headstats");
  return readFile(folder.path() / "seed.headstats");
}

std::vector<std::string> seeds() {
  CorpusStats stats(MeasuredModel{"made", "gpt2", "A", "0123456789abcdef", AttentionType::Self, 1, 1}, 4,
                    {parsePattern("previous")}, 8);
  stats.parts.push_back({"0123456789abcdef", "a.txt", 1, 2});
  const std::string empty = bytesOfStats(stats);
  std::vector<Token> tokens = test::makeTokens({"[BOS]", "a", " b", " a"});
  for (std::size_t i = 0; i < tokens.size(); ++i) tokens[i].id = static_cast<std::int64_t>(i % 3);
  std::mt19937 random(1);
  const TextStats text = measureText(
      MatrixMaps({{test::randomAttention(4, 4, true, random)}}, tokens, tokens), std::vector<Visibility>(1), {}, stats.patterns);
  stats.add({{&text, {"'a.txt' line 1", "a b a", "label", "second", {}}}});
  stats.skip({"'a.txt' line 2", "empty"});
  stats.next = 3;
  return {empty, bytesOfStats(stats)};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(headstats)
