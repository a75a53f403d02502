#include "core/text/tokenizer.h"

#include <algorithm>
#include <mutex>

#include "core/text/display.h"
#include "core/text/pipeline/pipeline.h"
#include "core/text/tokenizer_files.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

/// Scratches that are not in use.
struct ScratchPool {
  mutable std::mutex mutex;
  mutable std::vector<std::unique_ptr<EncodeScratch>> idle;
};

/// A scratch for the length of one encoding.
class ScratchLoan {
 public:
  explicit ScratchLoan(const ScratchPool& pool) : m_pool(pool) {
    const std::lock_guard lock(m_pool.mutex);
    if (!m_pool.idle.empty()) {
      m_scratch = std::move(m_pool.idle.back());
      m_pool.idle.pop_back();
    } else {
      m_scratch = std::make_unique<EncodeScratch>();
    }
  }
  ScratchLoan(const ScratchLoan&) = delete;
  ScratchLoan& operator=(const ScratchLoan&) = delete;
  ~ScratchLoan() {
    m_scratch->arena.reset();
    releaseIfHuge(m_scratch->pieces);
    releaseIfHuge(m_scratch->tokens);
    releaseIfHuge(m_scratch->codePoints);
    const std::lock_guard lock(m_pool.mutex);
    m_pool.idle.push_back(std::move(m_scratch));
  }
  EncodeScratch& operator*() const { return *m_scratch; }

 private:
  const ScratchPool& m_pool;
  std::unique_ptr<EncodeScratch> m_scratch;
};

}  // namespace

struct Tokenizer::Parts {
  explicit Parts(PipelineParts parts) : pipeline(std::move(parts)) {}

  Pipeline pipeline;
  std::optional<std::uint32_t> maskId;

  const TokenDisplay& display() const {
    std::call_once(m_displayOnce, [this] { m_display = std::make_unique<TokenDisplay>(pipeline); });
    return *m_display;
  }

  ScratchPool scratches;

 private:
  mutable std::once_flag m_displayOnce;
  mutable std::unique_ptr<TokenDisplay> m_display;
};

namespace {

/// `text` itself, or a copy in `copy` without invalid bytes.
std::string_view validText(std::string_view text, std::string& copy) {
  if (utf8::isValid(text)) return text;
  utf8::appendLossy(copy, text);
  return copy;
}

std::vector<Token> tokensOf(const std::vector<RawToken>& raw, const TokenDisplay& display) {
  std::vector<Token> tokens(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    Token& token = tokens[i];
    token.id = raw[i].id;
    token.typeId = raw[i].typeId;
    token.text = raw[i].text;
    token.range = {raw[i].start, raw[i].end};
    token.special = raw[i].special;
    token.attended = raw[i].attended;
    if (raw[i].word >= 0) token.word = raw[i].word;
    if (raw[i].sequence >= 0) token.sequence = raw[i].sequence;
  }
  display.fill(tokens);
  return tokens;
}

Encoding encodingOf(const RawEncoding& raw, const TokenDisplay& display) {
  Encoding encoding;
  encoding.tokens = tokensOf(raw.tokens, display);
  for (const RawEncoding& part : raw.overflowing)
    encoding.overflowing.push_back({tokensOf(part.tokens, display), {}});
  return encoding;
}

}  // namespace

Tokenizer::Tokenizer(std::unique_ptr<const Parts> parts) : m_parts(std::move(parts)) {}

Tokenizer::~Tokenizer() = default;

bool Tokenizer::isIn(const std::filesystem::path& folder) { return hasTokenizerFiles(folder); }

std::shared_ptr<const Tokenizer> Tokenizer::open(const std::filesystem::path& folder) {
  return made(std::make_unique<Parts>(readTokenizerFiles(folder)));
}

std::shared_ptr<const Tokenizer> Tokenizer::of(PipelineParts parts) {
  return made(std::make_unique<Parts>(std::move(parts)));
}

std::shared_ptr<const Tokenizer> Tokenizer::openTarget(const std::filesystem::path& folder) {
  if (!hasTargetFiles(folder)) return nullptr;
  return made(std::make_unique<Parts>(readTargetFiles(folder)));
}

std::shared_ptr<const Tokenizer> Tokenizer::made(std::unique_ptr<Parts> parts) {
  const std::string named = parts->pipeline.parts().maskToken;
  for (const std::string_view name :
       {std::string_view(named), std::string_view("[MASK]"), std::string_view("<mask>")}) {
    if (parts->maskId) break;
    if (name.empty()) continue;
    if (const auto id = parts->pipeline.added().idOf(name)) {
      parts->maskId = *id;
    } else if (const std::uint32_t known = parts->pipeline.vocabulary().idOf(name); known != Vocabulary::kNone) {
      parts->maskId = known;
    }
  }
  return std::shared_ptr<const Tokenizer>(new Tokenizer(std::move(parts)));
}

Encoding Tokenizer::encode(std::string_view text, std::optional<std::string_view> pair, bool addSpecialTokens) const {
  const Pipeline& pipeline = m_parts->pipeline;
  const ScratchLoan scratch(m_parts->scratches);
  std::string firstCopy, secondCopy;
  std::vector<RawEncoding> raw;
  const bool ofPair = pair && (!pair->empty() || pipeline.parts().hasEmptyPairs);
  raw.push_back(pipeline.encode(validText(text, firstCopy), 0, ofPair, *scratch));
  if (ofPair) raw.push_back(pipeline.encode(validText(*pair, secondCopy), 1, ofPair, *scratch));
  RawEncoding whole = pipeline.finish(std::move(raw), addSpecialTokens);
  if (const auto& padding = pipeline.parts().padding) pad(whole, *padding, paddedLength(*padding, whole.tokens.size()));
  return encodingOf(whole, m_parts->display());
}

std::string Tokenizer::decode(std::span<const std::int64_t> ids, bool skipSpecialTokens) const {
  std::vector<std::uint32_t> known;
  known.reserve(ids.size());
  for (const std::int64_t id : ids) {
    if (id >= 0 && id < vocabularySize()) known.push_back(static_cast<std::uint32_t>(id));
  }
  return m_parts->pipeline.decode(known, skipSpecialTokens);
}

std::optional<std::string> Tokenizer::tokenOf(std::int64_t id) const {
  if (id < 0 || id >= vocabularySize()) return std::nullopt;
  const auto token = m_parts->pipeline.tokenOf(static_cast<std::uint32_t>(id));
  return token ? std::optional<std::string>(*token) : std::nullopt;
}

std::optional<std::int64_t> Tokenizer::idOf(std::string_view token) const {
  if (const auto added = m_parts->pipeline.added().idOf(token)) return *added;
  const std::uint32_t id = m_parts->pipeline.vocabulary().idOf(token);
  return id == Vocabulary::kNone ? std::nullopt : std::optional<std::int64_t>(id);
}

std::string Tokenizer::displayOf(std::int64_t id) const {
  if (id < 0 || id >= vocabularySize()) return {};
  return m_parts->display().of(static_cast<std::uint32_t>(id));
}

bool Tokenizer::goesOn(std::int64_t before, std::int64_t id) const {
  const auto known = [this](std::int64_t each) { return each >= 0 && each < vocabularySize(); };
  return known(before) && known(id) &&
         m_parts->display().goesOn(static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(id));
}

std::optional<std::int64_t> Tokenizer::maskId() const { return m_parts->maskId; }

const std::map<std::string, std::string>& Tokenizer::specialTokens() const {
  return m_parts->pipeline.parts().specialTokens;
}

const std::vector<std::string>& Tokenizer::remarks() const { return m_parts->pipeline.parts().remarks; }

std::int64_t Tokenizer::vocabularySize() const { return m_parts->pipeline.idBound(); }

}  // namespace headlight
