#pragma once

#include <vector>

#include "core/model/family.h"

namespace headlight {

Family albertFamily();
Family apertusFamily();
Family arceeFamily();
Family bartFamily();
Family bertFamily();
Family bertGenerationFamily();
Family remBertFamily();
Family blenderbotFamily();
Family blenderbotSmallFamily();
Family bloomFamily();
Family astFamily();
Family beitFamily();
Family blipFamily();
Family clipFamily();
Family clipVisionFamily();
Family dinov2Family();
Family dinov2RegistersFamily();
Family dinov3Family();
Family hubertFamily();
Family idefics3Family();
Family llavaFamily();
Family paliGemmaFamily();
Family qwenVlFamily();
Family siglip2VisionFamily();
Family siglipFamily();
Family siglipVisionFamily();
Family visionEncoderDecoderFamily();
Family wav2vec2Family();
Family whisperFamily();
Family codeGenFamily();
Family cohereFamily();
Family cohere2Family();
Family debertaFamily();
Family deepSeek2Family();
Family deepSeek3Family();
Family deitFamily();
Family distilbertFamily();
Family dots1Family();
Family glm4MoeFamily();
Family electraFamily();
Family ernie45Family();
Family ernie45MoeFamily();
Family esmFamily();
Family euroBertFamily();
Family exaone4Family();
Family falconFamily();
Family flaubertFamily();
Family fsmtFamily();
Family gemmaFamily();
Family gemma2Family();
Family gemma3Family();
Family glmFamily();
Family glm4Family();
Family gpt2Family();
Family gptBigCodeFamily();
Family gptJFamily();
Family gptNeoFamily();
Family gptNeoxFamily();
Family gptOssFamily();
Family graniteFamily();
Family graniteMoeFamily();
Family gteFamily();
Family heliumFamily();
Family hunYuanFamily();
Family jina3Family();
Family llamaFamily();
Family llama4Family();
Family m2m100Family();
Family marianFamily();
Family mbartFamily();
Family miniMaxM2Family();
Family ministralFamily();
Family ministral3Family();
Family mistralFamily();
Family mixtralFamily();
Family mobileBertFamily();
Family modernbertFamily();
Family mpnetFamily();
Family mptFamily();
Family nemotronFamily();
Family nllbMoeFamily();
Family nomicBertFamily();
Family olmoFamily();
Family olmo2Family();
Family olmo3Family();
Family olmoeFamily();
Family openAiGptFamily();
Family optFamily();
Family pegasusFamily();
Family phiFamily();
Family phi3Family();
Family phiMoeFamily();
Family plbartFamily();
Family qwen2Family();
Family qwen2MoeFamily();
Family qwen3Family();
Family qwen3MoeFamily();
Family robertaFamily();
Family roFormerFamily();
Family seedOssFamily();
Family smolLm3Family();
Family stablelmFamily();
Family starcoder2Family();
Family t5Family();
Family t5GemmaFamily();
Family vitFamily();
Family swinFamily();
Family xglmFamily();
Family xlmFamily();

/// Adds the vision tower of a Gemma 3 to its text model.
void addGemma3Tower(const FamilyInput& input, Architecture& text);

/// The list of all families; a new one is added in all.cpp.
std::vector<Family> allFamilies();

}  // namespace headlight
