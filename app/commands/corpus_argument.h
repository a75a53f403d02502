#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "core/corpus/corpus_run.h"

namespace headlight {

/// The options by which a command names many texts: files and how they are stored, which of them, how many tokens.
struct CorpusArgument {
  std::vector<std::string> texts;
  std::int64_t maxTokens = 512;

  /// All of them; or those of files alone, by whose names it is known how texts are stored.
  void addTo(CLI::App& app);
  void addFilesTo(CLI::App& app);
  bool given() const { return !texts.empty() || isRepeated(); }
  /// Throws UsageError where no texts are named, or both files and random tokens.
  void check() const;
  /// The texts for `model`, of which random tokens are drawn. Throws UsageError for a share that is none.
  CorpusSpec spec(const Source& model) const;

 private:
  bool isRepeated() const { return m_format == "repeated"; }

  std::string m_format = "auto", m_sample = "1";
  std::int64_t m_limit = 0;
  CorpusSpec m_spec;
};

}  // namespace headlight
