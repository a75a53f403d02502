#include <algorithm>
#include <limits>
#include <unordered_map>

#include "core/base/error.h"
#include "core/text/json_file.h"
#include "core/text/sentencepiece_model.h"
#include "core/text/template_builder.h"
#include "core/text/vocabulary_files.h"

namespace headlight {

namespace {

constexpr const char* kMark = "\xE2\x96\x81";
using Scored = std::vector<std::pair<std::string, double>>;

/// The families that share a frame and a layout of ids.
enum class Layout { Plain, T5, Bert, XlmRoberta, Camembert, Xlnet, Llama, Marian };

Layout layoutOf(const std::filesystem::path& file, const SentencePieceModel& model, const TokenizerConfig& config) {
  if (config.isOneOf({"t5", "mt5", "umt5", "longt5", "flant5"})) return Layout::T5;
  if (config.isOneOf({"albert", "debertav2", "deberta2", "fnet", "bigbird"})) return Layout::Bert;
  if (config.isOneOf({"xlmroberta", "xlmrobertaxl"})) return Layout::XlmRoberta;
  if (config.isOneOf({"camembert"})) return Layout::Camembert;
  if (config.isOneOf({"marian"})) return Layout::Marian;
  if (config.isOneOf({"mbart", "mbart50", "pegasus", "m2m100", "nllb"}))
    throw Error("'" + file.parent_path().string() + "': expected a tokenizer.json (the ids of " + config.family() +
                " are not those of " + file.filename().string() + ")");
  if (config.isOneOf({"xlnet"})) return Layout::Xlnet;
  if (config.isOneOf({"llama", "codellama", "mistral", "mixtral", "gemma", "gemma2", "gemma3text", "phi3"}))
    return Layout::Llama;
  if (!config.family().empty()) return Layout::Plain;
  // Nothing says whose it is: the name of the file and the pieces do.
  const auto has = [&model](std::string_view text) {
    return std::any_of(model.pieces.begin(), model.pieces.end(),
                       [text](const auto& piece) { return piece.text == text; });
  };
  if (file.filename() == "sentencepiece.bpe.model") return Layout::XlmRoberta;
  if (has("[CLS]") && has("[SEP]")) return Layout::Bert;
  if (has("<sep>") && has("<cls>")) return Layout::Xlnet;
  if (model.kind == SentencePieceModel::Kind::Bpe) return Layout::Llama;
  return file.filename() == "spiece.model" ? Layout::T5 : Layout::Plain;
}

/// The tokens in the order of the ids that the model's weights use.
Scored tokensOf(const SentencePieceModel& model, Layout layout, const TokenizerConfig& config, std::size_t& unknown) {
  Scored tokens;
  unknown = static_cast<std::size_t>(model.unknownId);
  std::size_t skipped = 0;
  if (layout == Layout::XlmRoberta) {
    tokens = {{"<s>", 0}, {"<pad>", 0}, {"</s>", 0}, {"<unk>", 0}};
    skipped = 3;
    unknown = 3;
  } else if (layout == Layout::Camembert) {
    tokens = {{"<s>NOTUSED", 0}, {"<pad>", 0}, {"</s>NOTUSED", 0}, {"<unk>", 0}, {"<unk>NOTUSED", -100}};
    skipped = 1;
    unknown = 3;
  }
  for (std::size_t i = skipped; i < model.pieces.size(); ++i)
    tokens.emplace_back(model.pieces[i].text, model.pieces[i].score);
  if (layout == Layout::XlmRoberta || layout == Layout::Camembert)
    tokens.emplace_back(config.token("mask_token", "<mask>"), 0);
  return tokens;
}

/// Marian's ids are those of one vocabulary of both languages, its cuts and scores those of the one language. Pieces
/// that the vocabulary lacks are not cut.
Scored marianTokens(const SentencePieceModel& model, const std::filesystem::path& file, std::size_t& unknown) {
  const Vocabulary vocabulary = readVocabularyJson(file.parent_path() / "vocab.json");
  if (vocabulary.size() != vocabulary.idBound())
    throw Error("vocab.json: expected the ids 0 to " + std::to_string(vocabulary.size()) + ", each once, found " +
                std::to_string(vocabulary.idBound() - 1));
  Scored tokens;
  for (std::uint32_t id = 0; id < vocabulary.idBound(); ++id)
    tokens.emplace_back(vocabulary.tokenOf(id).value_or(""), -std::numeric_limits<double>::infinity());
  for (const auto& piece : model.pieces)
    if (const std::uint32_t id = vocabulary.idOf(piece.text);
        id != Vocabulary::kNone && piece.type == SentencePieceModel::PieceType::Normal)
      tokens[id].second = piece.score;
  const std::uint32_t id = vocabulary.idOf("<unk>");
  if (id == Vocabulary::kNone) throw Error("vocab.json: expected '<unk>', found none");
  unknown = id;
  return tokens;
}

/// T5's sentinels, if the model does not have them: <extra_id_99> … <extra_id_0> behind the pieces.
void addSentinels(Scored& tokens) {
  constexpr int kSentinels = 100;
  for (const auto& [text, score] : tokens) {
    if (text == "<extra_id_0>") return;
  }
  for (int i = kSentinels - 1; i >= 0; --i) tokens.emplace_back("<extra_id_" + std::to_string(i) + ">", 0.0);
}

/// The merges that a SentencePiece BPE model leaves unsaid: every way to put a piece together from two others, better
/// pieces first.
Bpe makeBpe(const Scored& tokens, const SentencePieceModel& model) {
  std::unordered_map<std::string_view, std::uint32_t> ids;
  std::size_t bytes = 0;
  for (std::uint32_t id = 0; id < tokens.size(); ++id) {
    ids[tokens[id].first] = id;
    bytes += tokens[id].first.size();
  }
  struct Candidate {
    std::string_view left, right;
    double score;
    std::size_t leftLength, rightLength;
  };
  constexpr std::size_t kLongestPiece = 4096;
  std::vector<Candidate> candidates;
  for (const auto& [text, score] : tokens) {
    if (text.size() > kLongestPiece) continue;  // no learned piece is; looking at all its cuts would take for ever
    const std::string_view whole = text;
    const std::size_t before = candidates.size();
    for (std::size_t cut = 1; cut < whole.size(); ++cut) {
      if (utf8::continues(whole[cut])) continue;
      const std::string_view left = whole.substr(0, cut), right = whole.substr(cut);
      if (!ids.contains(left) || !ids.contains(right)) continue;
      candidates.push_back({left, right, score, utf8::count(left), utf8::count(right)});
    }
    std::stable_sort(candidates.begin() + static_cast<std::ptrdiff_t>(before), candidates.end(),
                     [&ids](const Candidate& a, const Candidate& b) {
                       return std::pair(ids.at(a.left), ids.at(a.right)) < std::pair(ids.at(b.left), ids.at(b.right));
                     });
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(a.score, a.leftLength, a.rightLength) > std::tuple(b.score, b.leftLength, b.rightLength);
  });
  Bpe::Merges merges;
  merges.reserve(candidates.size());
  for (const Candidate& candidate : candidates) merges.emplace_back(candidate.left, candidate.right);

  Vocabulary vocabulary;
  vocabulary.reserve(tokens.size(), bytes);
  for (std::uint32_t id = 0; id < tokens.size(); ++id) vocabulary.add(tokens[id].first, id);
  Bpe::Options options;
  options.unknown = model.unknownPiece;
  options.fuseUnknown = true;
  options.byteFallback = model.byteFallback;
  return Bpe(std::move(vocabulary), merges, std::move(options));
}

TextModel makeModel(const Scored& tokens, std::size_t unknown, const SentencePieceModel& model,
                    const std::string& name) {
  if (model.kind == SentencePieceModel::Kind::Bpe) return makeBpe(tokens, model);
  if (model.kind != SentencePieceModel::Kind::Unigram) {
    throw Error(name + ": expected a unigram or BPE model, found type " + std::to_string(static_cast<int>(model.kind)));
  }
  std::vector<Unigram::Scored> scored;
  scored.reserve(tokens.size());
  for (const auto& [text, score] : tokens) scored.push_back({text, score});
  return Unigram(scored, unknown, model.byteFallback);
}

/// What happens to the text before the model, and behind it in decoding.
void addSteps(PipelineParts& parts, const SentencePieceModel& model, Layout layout, const TokenizerConfig& config) {
  Normalizer& normalizer = parts.normalizer;
  if (layout == Layout::Bert && config.isOneOf({"albert", ""})) {
    for (const char* quote : {"``", "''"}) normalizer.emplace_back(ReplaceText{Pattern::literal(quote), "\""});
    if (!config.optionOr("keep_accents", false)) {
      normalizer.emplace_back(NormalizationForm::Nfkd);
      normalizer.emplace_back(StripAccents{});
    }
  }
  const bool lowers = config.isOneOf({"albert", ""}) && layout == Layout::Bert;
  if (config.optionOr("do_lower_case", lowers) && layout == Layout::Bert) normalizer.emplace_back(Lowercase{});
  if (!model.charsmap.empty()) normalizer.emplace_back(std::make_shared<const Charsmap>(model.charsmap));
  if (model.kind == SentencePieceModel::Kind::Bpe) {
    if (model.removeExtraWhitespaces) {
      normalizer.emplace_back(StripEnds{});
      normalizer.emplace_back(ReplaceText{Pattern::regex(" {2,}"), " "});
    }
    if (model.addDummyPrefix) normalizer.emplace_back(PrependText{kMark});
    normalizer.emplace_back(ReplaceText{Pattern::literal(" "), kMark});
    Decoder decoder{ReplaceDecoder{Pattern::literal(kMark), " "}, ByteFallbackDecoder{}, FuseDecoder{}};
    if (model.addDummyPrefix) decoder.emplace_back(StripDecoder{" ", 1, 0});
    parts.decoder = std::move(decoder);
    return;
  }
  const auto prepend = model.addDummyPrefix ? MetaspaceSplit::Prepend::Always : MetaspaceSplit::Prepend::Never;
  if (model.removeExtraWhitespaces) parts.preTokenizer.emplace_back(WhitespaceSplit{});
  parts.preTokenizer.emplace_back(MetaspaceSplit{kMark, prepend, model.removeExtraWhitespaces});
  Decoder decoder;
  if (model.byteFallback) decoder.emplace_back(ByteFallbackDecoder{});
  decoder.emplace_back(MetaspaceDecoder{kMark, model.addDummyPrefix});
  parts.decoder = std::move(decoder);
}

void addFrame(PipelineParts& parts, Layout layout, const SentencePieceModel& model, const TokenizerConfig& config) {
  const TemplateBuilder builder(parts);
  const std::string bos = config.token("bos_token", model.bosPiece), eos = config.token("eos_token", model.eosPiece);
  using Items = TemplateBuilder::Items;
  switch (layout) {
    case Layout::Marian:
      parts.postProcessor.emplace_back(builder.build({{"$A", 0}, {eos, 0}}, {{"$A", 0}, {"$B", 0}, {eos, 0}}));
      break;
    case Layout::T5:
      parts.postProcessor.emplace_back(
          builder.build({{"$A", 0}, {eos, 0}}, {{"$A", 0}, {eos, 0}, {"$B", 0}, {eos, 0}}));
      break;
    case Layout::Bert: {
      const std::string cls = config.token("cls_token", "[CLS]"), sep = config.token("sep_token", "[SEP]");
      parts.postProcessor.emplace_back(
          builder.build({{cls, 0}, {"$A", 0}, {sep, 0}}, {{cls, 0}, {"$A", 0}, {sep, 0}, {"$B", 1}, {sep, 1}}));
      break;
    }
    case Layout::XlmRoberta:
    case Layout::Camembert: {
      const std::string cls = config.token("cls_token", "<s>"), sep = config.token("sep_token", "</s>");
      parts.postProcessor.emplace_back(builder.build({{cls, 0}, {"$A", 0}, {sep, 0}},
                                                     {{cls, 0}, {"$A", 0}, {sep, 0}, {sep, 0}, {"$B", 0}, {sep, 0}}));
      break;
    }
    case Layout::Xlnet: {
      const std::string cls = config.token("cls_token", "<cls>"), sep = config.token("sep_token", "<sep>");
      parts.postProcessor.emplace_back(
          builder.build({{"$A", 0}, {sep, 0}, {cls, 2}}, {{"$A", 0}, {sep, 0}, {"$B", 1}, {sep, 1}, {cls, 2}}));
      break;
    }
    case Layout::Llama:
    case Layout::Plain: {
      Items single, pair;
      for (const std::uint32_t segment : {0U, 1U}) {
        Items part;
        if (config.optionOr("add_bos_token", layout == Layout::Llama)) part.emplace_back(bos, segment);
        part.emplace_back(segment == 0 ? "$A" : "$B", segment);
        if (config.optionOr("add_eos_token", false)) part.emplace_back(eos, segment);
        if (segment == 0) single = part;
        pair.insert(pair.end(), part.begin(), part.end());
      }
      if (single.size() > 1) parts.postProcessor.emplace_back(builder.build(single, pair));
      break;
    }
  }
}

/// The special and user-defined pieces as added tokens, then what the files beside the model add.
std::vector<AddedToken> addedTokensOf(const SentencePieceModel& model, Layout layout, const Scored& tokens,
                                      const TokenizerConfig& config) {
  using Roles = std::vector<std::pair<std::string, std::string>>;
  Roles roles;
  switch (layout) {
    case Layout::Bert:
      roles = {{"unk_token", model.unknownPiece},
               {"sep_token", "[SEP]"},
               {"pad_token", "<pad>"},
               {"cls_token", "[CLS]"},
               {"mask_token", "[MASK]"}};
      if (std::any_of(tokens.begin(), tokens.end(), [](const auto& t) { return t.first == "[PAD]"; }))
        roles[2].second = "[PAD]";
      break;
    case Layout::XlmRoberta:
    case Layout::Camembert:
      roles = {{"bos_token", "<s>"},
               {"eos_token", "</s>"},
               {"unk_token", "<unk>"},
               {"pad_token", "<pad>"},
               {"mask_token", "<mask>"}};
      break;
    case Layout::Xlnet:
      roles = {{"bos_token", "<s>"},   {"eos_token", "</s>"},  {"unk_token", "<unk>"},  {"sep_token", "<sep>"},
               {"pad_token", "<pad>"}, {"cls_token", "<cls>"}, {"mask_token", "<mask>"}};
      break;
    case Layout::Marian:
      roles = {{"eos_token", "</s>"}, {"unk_token", "<unk>"}, {"pad_token", "<pad>"}};
      break;
    case Layout::T5:
      roles = {{"eos_token", model.eosPiece}, {"unk_token", model.unknownPiece}, {"pad_token", model.padPiece}};
      break;
    case Layout::Llama:
    case Layout::Plain:
      if (model.bosId >= 0) roles.emplace_back("bos_token", model.bosPiece);
      if (model.eosId >= 0) roles.emplace_back("eos_token", model.eosPiece);
      roles.emplace_back("unk_token", model.unknownPiece);
  }
  std::vector<AddedToken> added = config.addedTokens(roles);
  const auto add = [&added](const std::string& content, bool special) {
    if (std::any_of(added.begin(), added.end(), [&](const AddedToken& t) { return t.content == content; })) return;
    AddedToken token;
    token.content = content;
    token.normalized = false;
    token.special = special;
    added.push_back(std::move(token));
  };
  for (const auto& piece : model.pieces) {
    if (layout == Layout::Marian) break;  // Its ids are others.
    if (piece.type == SentencePieceModel::PieceType::Control) add(piece.text, true);
    if (piece.type == SentencePieceModel::PieceType::UserDefined) add(piece.text, false);
  }
  for (const auto& [text, score] : tokens) {
    if (layout == Layout::T5 && text.starts_with("<extra_id_")) add(text, true);
    // The language that is asked for: ">>fra<<".
    if (layout == Layout::Marian && text.starts_with(">>") && text.ends_with("<<")) add(text, true);
  }
  const std::string mask = config.token("mask_token", layout == Layout::Bert ? "[MASK]" : "<mask>");
  for (AddedToken& token : added) token.lstrip = token.lstrip || (token.content == mask && layout != Layout::Llama);
  return added;
}

}  // namespace

PipelineParts readSentencePiece(const std::filesystem::path& file, const TokenizerConfig& config) {
  const std::string name = file.filename().string();
  const SentencePieceModel model = parseSentencePieceModel(readFile(file, std::uintmax_t{1} << 28), name);
  const Layout layout = layoutOf(file, model, config);
  std::size_t unknown = 0;
  Scored tokens =
      layout == Layout::Marian ? marianTokens(model, file, unknown) : tokensOf(model, layout, config, unknown);
  if (layout == Layout::T5) addSentinels(tokens);
  PipelineParts parts{{}, {}, makeModel(tokens, unknown, model, name), {}, {}, {}, {}, {}};
  addSteps(parts, model, layout, config);
  parts.addedTokens = addedTokensOf(model, layout, tokens, config);
  addFrame(parts, layout, model, config);
  return parts;
}

}  // namespace headlight
