#include "core/model/model_folder.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/model/model_source.h"
#include "core/model/weights.h"

namespace headlight {

ModelFolder openModelFolder(const std::filesystem::path& path, const Progress& progress) {
  ModelFolder folder = openModelFrom(modelSourceAt(path), progress);
  folder.path = path;
  return folder;
}

namespace {

/// Without an error, since most texts need no template: a conversation gets to know it.
std::shared_ptr<const ChatTemplates> chatTemplatesOf(const ModelSource& source, const Tokenizer& tokenizer) {
  const auto opened = [&] {
    try {
      return source.chat(tokenizer);
    } catch (const Error& error) {
      return ChatTemplates::unusable(error.what());
    }
  };
  ChatTemplates templates = opened();
  return templates.isEmpty() ? nullptr : std::make_shared<const ChatTemplates>(std::move(templates));
}

}  // namespace

ModelFolder openModelFrom(const ModelSource& source, const Progress& progress) {
  ModelFolder folder;
  folder.path = source.place;
  folder.model = Model::open(source, progress.slice(0, 0.7));
  folder.name = source.name;
  progress(0.7, "tokenizer");
  const ModelInfo& info = folder.model->info();
  const Architecture& d = folder.model->description();
  const Architecture& reads = readingStack(d);
  if (info.hearsSound && source.soundPreparation)
    folder.sounds = std::make_shared<const SoundReader>(source.soundPreparation(), *folder.model);
  else if (const auto& patches = reads.embedding.patches)
    folder.images =
        std::make_shared<const ImageReader>(source.preparation({patches->height, patches->width}), *folder.model);
  if (!d.embedding.patches && !d.embedding.sound) folder.tokenizer = source.tokenizer();
  if (folder.tokenizer) folder.chat = chatTemplatesOf(source, *folder.tokenizer);
  if (info.encoderLayers > 0) folder.targetTokenizer = source.targetTokenizer();
  folder.remarks = info.remarks;
  for (const auto* tokenizer : {&folder.tokenizer, &folder.targetTokenizer})
    if (*tokenizer)
      folder.remarks.insert(folder.remarks.end(), (*tokenizer)->remarks().begin(), (*tokenizer)->remarks().end());
  progress(1);
  return folder;
}

Token tokenOfId(std::int64_t id, const Tokenizer* tokenizer) {
  Token token;
  token.id = id;
  const auto known = tokenizer ? tokenizer->tokenOf(id) : std::nullopt;
  token.text = known.value_or(std::to_string(id));
  token.display = known ? tokenizer->displayOf(id) : token.text;
  token.sequence = 0;
  return token;
}

namespace {

void append(std::span<const std::int64_t> ids, const Tokenizer* tokenizer, std::vector<Token>& tokens) {
  std::int64_t next = 0;  // The number of a new word.
  for (const Token& token : tokens) next = std::max(next, token.word.value_or(-1) + 1);
  for (const std::int64_t id : ids) {
    Token token = tokenOfId(id, tokenizer);
    const Token* before = tokens.empty() ? nullptr : &tokens.back();
    // What was read in a text ends there.
    const bool goesOn = before && !before->special && before->word && before->range == TextRange{} && tokenizer &&
                        tokenizer->goesOn(before->id, id);
    token.word = goesOn ? *before->word : next++;
    tokens.push_back(std::move(token));
  }
}

}  // namespace

void appendId(std::int64_t id, const Tokenizer* tokenizer, std::vector<Token>& tokens) {
  append({&id, 1}, tokenizer, tokens);
}

Encoding encodingOfIds(std::span<const std::int64_t> ids, const Tokenizer* tokenizer) {
  Encoding encoding;
  append(ids, tokenizer, encoding.tokens);
  return encoding;
}

Encoding decoderStart(const ModelFolder& model) {
  const std::int64_t id = model.model->decoderStart();
  Encoding start = encodingOfIds({&id, 1}, model.writer());
  start.tokens.front().special = true;
  start.tokens.front().sequence.reset();
  return start;
}

Encoding targetEncoding(const ModelFolder& model, std::string_view text) {
  if (!model.writer())
    throw Error("model '" + model.name +
                "': expected a tokenizer to read a target text with, found none in the folder");
  Encoding target = decoderStart(model), read = model.writer()->encode(text);
  while (!read.tokens.empty() && read.tokens.back().special) read.tokens.pop_back();
  const auto& begin = model.model->generation().forcedBegin;
  if (begin) {
    std::erase_if(read.tokens, [](const Token& token) { return token.special; });
    appendId(*begin, model.writer(), target.tokens);
    target.tokens.back().special = true;
  }
  target.tokens.insert(target.tokens.end(), read.tokens.begin(), read.tokens.end());
  return target;
}

MemoryEstimate estimateMemory(const ModelSource& source) {
  MemoryEstimate estimate;
  std::int64_t numbers = 0;
  std::uint64_t copied = 0;
  const Checkpoint checkpoint = source.tensors({});
  for (const auto& [name, tensor] : checkpoint.tensors()) {
    const std::uint64_t bytes = bytesOf(tensor.shape, tensor.format, "tensor '" + name + "'");
    estimate.weightBytes += bytes;
    if (!isFloating(tensor.format)) continue;
    numbers += tensor.count();
    if (tensor.format != Dtype::F32 && !isPacked(tensor.format))
      copied += static_cast<std::uint64_t>(tensor.count()) * sizeof(float);
  }
  // Weights that are converted when the model is opened are in memory beside the pages of the file.
  estimate.residentBytes = estimate.weightBytes + (convertsAtLoad(numbers) ? copied : 0);
  return estimate;
}

}  // namespace headlight
