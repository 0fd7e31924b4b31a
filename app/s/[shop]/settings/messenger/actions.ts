"use server";

import { OneChannel } from "#lib/channels/messenger/inbound/list-items";
import { OneInboundItem, replayAllInboundItems, replayInboundItem } from "#lib/channels/messenger/inbound/replay-items";
import { checkPage, mendPage } from "#lib/channels/messenger/pages/check-page";
import { connectPage } from "#lib/channels/messenger/pages/connect-page";
import { disconnectPage } from "#lib/channels/messenger/pages/disconnect-page";
import { ConnectPage, OnePage, StartLogin, SwitchPage } from "#lib/channels/messenger/pages/input";
import { startLogin } from "#lib/channels/messenger/pages/start-login";
import { setHumanAgent, setLoginConnect, setReceiptFirst } from "#lib/channels/messenger/pages/switch-page";
import { memberAction } from "#lib/http/member-action";

export const startLoginAction = memberAction(StartLogin, startLogin);
export const connectPageAction = memberAction(ConnectPage, connectPage);
export const disconnectPageAction = memberAction(OnePage, disconnectPage);
export const checkPageAction = memberAction(OnePage, checkPage);
export const mendPageAction = memberAction(OnePage, mendPage);
export const setHumanAgentAction = memberAction(SwitchPage, setHumanAgent);
export const setLoginConnectAction = memberAction(SwitchPage, setLoginConnect);
export const setReceiptFirstAction = memberAction(SwitchPage, setReceiptFirst);
export const replayInboundItemAction = memberAction(OneInboundItem, replayInboundItem);
export const replayAllInboundItemsAction = memberAction(OneChannel, replayAllInboundItems);
