#include "core/corpus/corpus.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/corpus/corpus_readers.h"
#include "core/corpus/text_hash.h"
#include "core/corpus/text_kind.h"

namespace headlight {

const std::vector<std::string_view> kCorpusFormats = {"auto", "lines",  "paragraphs", "jsonl",    "csv",
                                                      "tsv",  "conllu", "folder",     "template", "repeated"};

CorpusFormat formatOf(const std::filesystem::path& file) {
  if (isFolder(file)) return CorpusFormat::Folder;
  const std::string kind = file.extension().string();
  if (kind == ".jsonl" || kind == ".ndjson") return CorpusFormat::JsonLines;
  if (kind == ".csv") return CorpusFormat::Csv;
  if (kind == ".tsv") return CorpusFormat::Tsv;
  if (kind == ".conllu" || kind == ".conll") return CorpusFormat::Conllu;
  if (kind == ".json") return CorpusFormat::Template;
  return CorpusFormat::Lines;
}

Corpus::Corpus(CorpusSpec spec) : m_spec(std::move(spec)) {
  const auto expect = [](bool right, const std::string& what) {
    if (!right) throw Error("corpus: expected " + what);
  };
  expect(m_spec.shards >= 1 && m_spec.shard >= 1 && m_spec.shard <= m_spec.shards,
         "a shard of 1/1 to N/N, found " + std::to_string(m_spec.shard) + "/" + std::to_string(m_spec.shards));
  expect(m_spec.share > 0 && m_spec.share <= 1, "a sample above 0 and at most 1");
  expect(!m_spec.limit || *m_spec.limit >= 1, "a limit of at least 1 text");
  const bool made = m_spec.format == CorpusFormat::Repeated;
  if (made) {
    expect(m_spec.files.empty(), "no files beside repeated random tokens, found '" +
                                     (made && !m_spec.files.empty() ? m_spec.files.front().string() : "") + "'");
    expect(m_spec.limit.has_value(), "a limit of random texts, which have no end, found none");
    expect(!m_spec.candidates.empty(), "tokens to draw from, found none");
    expect(m_spec.period >= 1 && m_spec.times >= 1, "a period and a number of times of at least 1");
  } else {
    expect(!m_spec.files.empty(), "at least one file of texts, found none");
  }
  std::uint64_t hash = hashOfFiles(m_spec.files);
  for (const std::string* each : {&m_spec.field, &m_spec.second, &m_spec.label, &m_spec.spans})
    hash = hashOf(*each, hash);
  for (const std::int64_t number :
       {static_cast<std::int64_t>(m_spec.format), m_spec.limit.value_or(0), static_cast<std::int64_t>(m_spec.seed),
        static_cast<std::int64_t>(std::llround(m_spec.share * 1e12)), static_cast<std::int64_t>(m_spec.period),
        static_cast<std::int64_t>(m_spec.times)})
    hash = mixed(hash, static_cast<std::uint64_t>(number));
  for (const std::int64_t id : m_spec.candidates) hash = mixed(hash, static_cast<std::uint64_t>(id));
  m_identity = hexText(hash);
  for (const std::filesystem::path& file : m_spec.files) {
    std::error_code ignored;
    if (isFile(file)) m_bytes += static_cast<double>(std::filesystem::file_size(file, ignored));
  }
  openNext();  // A wrong file is known before a model runs.
}

Corpus::~Corpus() = default;

bool Corpus::openNext() {
  if (m_spec.format == CorpusFormat::Repeated) {
    if (m_reader) return false;
    m_reader = repeatedTokens(m_spec);
    return true;
  }
  if (m_file == m_spec.files.size()) return false;
  const std::filesystem::path& file = m_spec.files[m_file++];
  m_before += m_size;
  std::error_code ignored;
  m_size = isFile(file) ? static_cast<double>(std::filesystem::file_size(file, ignored)) : 0;
  checkIsText(file);
  m_reader = textReader(file, m_spec.format == CorpusFormat::Auto ? formatOf(file) : m_spec.format, m_spec);
  return true;
}

std::optional<CorpusText> Corpus::next() {
  for (;;) {
    if (m_spec.limit && m_drawn >= *m_spec.limit) return {};
    if (!m_reader->advance()) {
      if (!openNext()) return {};
      continue;
    }
    const std::int64_t number = m_number++;
    if (m_spec.share < 1) {
      constexpr double kAll = 0x1p53;
      const auto drawn = static_cast<double>(mixed(m_spec.seed, static_cast<std::uint64_t>(number)) >> 11);
      if (drawn >= m_spec.share * kAll) continue;
    }
    const std::int64_t ordinal = m_drawn++;
    if (ordinal % m_spec.shards != m_spec.shard - 1 || number < m_from) continue;
    CorpusText text = m_reader->text();
    text.number = number;
    return text;
  }
}

double Corpus::part() const {
  const double drawn = m_spec.limit ? static_cast<double>(m_drawn) / static_cast<double>(*m_spec.limit) : 0;
  const double read = m_bytes > 0 && m_reader ? (m_before + m_reader->read()) / m_bytes : 0;
  return std::clamp(std::max(drawn, read), 0.0, 1.0);
}

}  // namespace headlight
