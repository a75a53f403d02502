#include "core/text/tokenizer_files.h"

#include <algorithm>
#include <iterator>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/classes/tokenizer_classes.h"
#include "core/text/files/tokenizer_json.h"
#include "core/text/tokenizer_remarks.h"

namespace headlight {

namespace {

constexpr const char* kPiecesNames[] = {
    "tokenizer.model", "tiktoken.model",      "spiece.model", "sentencepiece.bpe.model",
    "spm.model",       "sentencepiece.model", "source.spm"};
constexpr const char* kTargetName = "target.spm";

/// Which vocabulary files a folder without tokenizer.json has.
enum class FileKind { None, Lines, Merges, Pieces };

std::optional<std::filesystem::path> piecesFileIn(const std::filesystem::path& folder) {
  for (const char* name : kPiecesNames) {
    if (isFile(folder / name)) return folder / name;
  }
  return std::nullopt;
}

bool has(const std::filesystem::path& folder, FileKind kind) {
  switch (kind) {
    case FileKind::Lines:
      return isFile(folder / "vocab.txt");
    case FileKind::Merges:
      return isFile(folder / "vocab.json") && isFile(folder / "merges.txt");
    case FileKind::Pieces:
      return piecesFileIn(folder).has_value();
    default:
      return false;
  }
}

FileKind fileKindOf(TokenizerClass kind) {
  switch (kind) {
    case TokenizerClass::Bert:
    case TokenizerClass::Funnel:
    case TokenizerClass::Mpnet:
      return FileKind::Lines;
    case TokenizerClass::Blenderbot:
    case TokenizerClass::Clip:
    case TokenizerClass::Cohere:
    case TokenizerClass::Deberta:
    case TokenizerClass::Gpt2:
    case TokenizerClass::GptNeoX:
    case TokenizerClass::Herbert:
    case TokenizerClass::OpenAiGpt:
    case TokenizerClass::Qwen2:
    case TokenizerClass::Qwen35:
    case TokenizerClass::Roberta:
    case TokenizerClass::Whisper:
      return FileKind::Merges;
    default:
      return FileKind::Pieces;
  }
}

/// Whether the class is a translator's whose files are there; a tokenizer.json beside them does not count.
bool isTranslator(TokenizerClass kind, const std::filesystem::path& folder) {
  return isFile(folder / "vocab.json") && ((kind == TokenizerClass::Marian && isFile(folder / "source.spm")) ||
                                           (kind == TokenizerClass::M2m100 && has(folder, FileKind::Pieces)));
}

/// The class that vocabulary files look like.
ChosenClass guessClass(const std::filesystem::path& folder) {
  if (has(folder, FileKind::Merges)) {
    const Vocabulary words = readVocabularyJson(folder / "vocab.json");
    const auto knows = [&words](std::string_view token) { return words.idOf(token) != Vocabulary::kNone; };
    if (knows("<|startoftext|>") && knows("!</w>")) return {TokenizerClass::Clip, "CLIPTokenizer"};
    if (knows("<s>") && knows("</s>") && knows("<mask>")) return {TokenizerClass::Roberta, "RobertaTokenizer"};
    return {TokenizerClass::Gpt2, "GPT2Tokenizer"};
  }
  if (const auto file = piecesFileIn(folder)) {
    const std::string name = file->filename().string();
    const VocabularySource source = readPiecesSource(*file);
    if (!source.pieces) return {TokenizerClass::Generic, "TokenizersBackend"};
    const auto& pieces = source.pieces->pieces;
    const auto knows = [&](std::string_view text) {
      return std::any_of(pieces.begin(), pieces.end(), [text](const auto& piece) { return piece.text == text; });
    };
    if (name == "source.spm") return {TokenizerClass::Marian, "MarianTokenizer"};
    if (name == "sentencepiece.bpe.model") return {TokenizerClass::XlmRoberta, "XLMRobertaTokenizer"};
    if (knows("[CLS]") && knows("[SEP]")) return {TokenizerClass::Albert, "AlbertTokenizer"};
    if (knows("<sep>") && knows("<cls>")) return {TokenizerClass::Xlnet, "XLNetTokenizer"};
    if (source.pieces->kind == SentencePieceModel::Kind::Bpe) return {TokenizerClass::Llama, "LlamaTokenizer"};
    if (name == "spiece.model") return {TokenizerClass::T5, "T5Tokenizer"};
    return {TokenizerClass::Generic, "TokenizersBackend"};
  }
  const VocabularySource source = readLinesSource(folder);
  if (source.words.idOf("[CLS]") == Vocabulary::kNone && source.words.idOf("<s>") != Vocabulary::kNone)
    return {TokenizerClass::Mpnet, "MPNetTokenizer"};
  return {TokenizerClass::Bert, "BertTokenizer"};
}

PipelineParts fromJson(const std::filesystem::path& folder, std::unique_ptr<JsonFile> json, const ChosenClass& chosen,
                       const TokenizerConfig& config) {
  const std::filesystem::path file = folder / "tokenizer.json";
  const JsonNode& root = json->root();
  const bool ownPipeline = chosen.kind != TokenizerClass::Generic && chosen.kind != TokenizerClass::Unknown;
  const bool fits = ownPipeline && modelKindOf(root) == modelKindOf(chosen.kind);
  PipelineParts parts = [&] {
    if (fits) {
      ClassContext context(readJsonSource(std::move(json), file, modelKindOf(chosen.kind)), config);
      PipelineParts built = buildTokenizerClass(chosen.kind, context);
      for (std::string& remark : pipelineRemarks(context.source().json->root(), built, config, chosen.name))
        built.remarks.push_back(std::move(remark));
      return built;
    }
    PipelineParts whole = readTokenizerJson(root);
    VocabularySource source;
    source.kind = VocabularySource::Kind::Json;
    source.jsonTokens = readAddedTokens(root);
    if (root.find("post_processor")) source.postProcessor = whole.postProcessor;
    ClassContext context(std::move(source), config);
    return context.finish(std::move(whole), context.specialTokens({}));
  }();
  parts.truncation.reset();
  parts.padding.reset();
  if (chosen.kind == TokenizerClass::Unknown)
    parts.remarks.push_back("the folder names " + chosen.name +
                            ", which Headlight does not know; tokenizer.json is used as it is");
  if (ownPipeline && !fits)
    parts.remarks.push_back("tokenizer.json holds another kind of model than " + chosen.name +
                            " has, the class that the folder names; tokenizer.json is used as it is");
  for (const auto& more : {frameRemarks(parts, config), idRemarks(parts, config)})
    parts.remarks.insert(parts.remarks.end(), more.begin(), more.end());
  return parts;
}

/// A tokenizer.json with nothing beside it.
PipelineParts fromBareJson(const JsonNode& root) {
  PipelineParts parts = readTokenizerJson(root);
  if (parts.padding) parts.remarks.emplace_back("tokenizer.json pads every text, by its own settings");
  if (parts.truncation)
    parts.remarks.push_back("tokenizer.json cuts texts to " + std::to_string(parts.truncation->maxLength) +
                            " tokens, by its own settings");
  return parts;
}

PipelineParts fromFiles(const std::filesystem::path& folder, ChosenClass chosen, const TokenizerConfig& config) {
  const bool anyFiles = has(folder, FileKind::Lines) || has(folder, FileKind::Merges) || has(folder, FileKind::Pieces);
  if (!anyFiles && isFile(folder / "vocab.json"))
    throw Error(folder.string() + ": expected merges.txt beside vocab.json");
  if (!anyFiles) {
    throw Error(
        folder.string() +
        ": expected tokenizer files (tokenizer.json, vocab.txt, vocab.json with merges.txt, or a SentencePiece model), "
        "found none");
  }
  if (chosen.kind == TokenizerClass::Unknown)
    throw Error(folder.string() + ": expected a tokenizer.json (" + chosen.name +
                ", which the folder names, is not known, and its own files are not read)");
  std::vector<std::string> remarks;
  const bool generic = chosen.kind == TokenizerClass::Generic,
             said = !config.tokenizerClass().empty() || !config.modelType().empty();
  if (generic ? !said || !has(folder, FileKind::Pieces) : !has(folder, fileKindOf(chosen.kind))) {
    const std::string named = chosen.name;
    chosen = guessClass(folder);
    if (!generic)
      remarks.push_back("the folder names " + named + ", whose files are not there; it is read as " + chosen.name);
  }
  VocabularySource source = [&] {
    if (chosen.kind == TokenizerClass::Marian || chosen.kind == TokenizerClass::M2m100) {
      if (!isTranslator(chosen.kind, folder))
        throw Error(folder.string() + ": expected vocab.json beside the SentencePiece model (" + chosen.name + ")");
      VocabularySource both =
          readPiecesSource(chosen.kind == TokenizerClass::Marian ? folder / "source.spm" : *piecesFileIn(folder));
      both.words = readVocabularyJson(folder / "vocab.json");
      return both;
    }
    switch (chosen.kind == TokenizerClass::Generic ? FileKind::Pieces : fileKindOf(chosen.kind)) {
      case FileKind::Lines:
        return readLinesSource(folder);
      case FileKind::Merges:
        return readMergesSource(folder);
      default:
        VocabularySource pieces = readPiecesSource(*piecesFileIn(folder));
        takeTokensOfPieces(pieces, chosen.kind == TokenizerClass::Generic ? std::nullopt
                                                                          : std::optional(modelKindOf(chosen.kind)));
        return pieces;
    }
  }();
  ClassContext context(std::move(source), config);
  PipelineParts parts =
      chosen.kind == TokenizerClass::Generic ? buildFromPieces(context) : buildTokenizerClass(chosen.kind, context);
  for (const auto& more : {remarks, idRemarks(parts, config)})
    parts.remarks.insert(parts.remarks.end(), more.begin(), more.end());
  return parts;
}

}  // namespace

bool hasTokenizerFiles(const std::filesystem::path& folder) {
  return isFile(folder / "tokenizer.json") || has(folder, FileKind::Lines) || has(folder, FileKind::Merges) ||
         has(folder, FileKind::Pieces);
}

PipelineParts readTokenizerFiles(const std::filesystem::path& folder) {
  const TokenizerConfig config(folder);
  const std::filesystem::path file = folder / "tokenizer.json";
  auto json = isFile(file) ? std::make_unique<JsonFile>(file) : nullptr;
  if (json && !json->root().isObject()) throw json->root().wrong("an object");
  if (json && !config.isThere()) return fromBareJson(json->root());
  const bool isByteLevel = json && json->text().find("\"ByteLevel\"") != std::string_view::npos;
  const ChosenClass chosen = chooseTokenizerClass(config, isByteLevel);
  if (json && !isTranslator(chosen.kind, folder)) return fromJson(folder, std::move(json), chosen, config);
  return fromFiles(folder, chosen, config);
}

bool hasTargetFiles(const std::filesystem::path& folder) {
  return isFile(folder / kTargetName) && isFile(folder / "vocab.json") &&
         (!isFile(folder / "tokenizer.json") ||
          isTranslator(chooseTokenizerClass(TokenizerConfig(folder), false).kind, folder));
}

PipelineParts readTargetFiles(const std::filesystem::path& folder) {
  const TokenizerConfig config(folder);
  VocabularySource source = readPiecesSource(folder / kTargetName);
  const bool separate = config.flagOr("separate_vocabs", false);
  source.words = readVocabularyJson(folder / (separate ? "target_vocab.json" : "vocab.json"));
  ClassContext context(std::move(source), config);
  return buildTokenizerClass(TokenizerClass::Marian, context);
}

}  // namespace headlight
